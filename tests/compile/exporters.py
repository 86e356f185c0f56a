"""Logos as drawing programs write them: our own shapes, in the forms of the usual exporters."""

from __future__ import annotations

import base64
import io

from PIL import Image

NS = 'xmlns="http://www.w3.org/2000/svg"'
XLINK = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
HOME = "C:\\Users\\zhang.san\\Desktop"
WAVE = "M4 60 C20 40 36 40 50 60 S80 80 96 60 V96 H4 Z"


def draw_raster(form: str) -> str:
    """A data address of a picture whose maker and place are noted in it."""
    picture, buffer = Image.linear_gradient("L").resize((64, 64)).convert("RGB"), io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[1] = "N"
    picture.save(buffer, form, exif=exif)
    return f"data:image/{form.lower()};base64,{base64.b64encode(buffer.getvalue()).decode()}"


DRAWINGS = {
    "Inkscape": f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with a drawing program -->
<svg width="100mm" height="100mm" viewBox="0 0 100 100" version="1.1" id="svg8" sodipodi:docname="标识 终稿.svg"
  inkscape:export-filename="{HOME}\\logo.png" inkscape:version="1.3" {NS} {XLINK} xmlns:svg="http://www.w3.org/2000/svg"
  xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <sodipodi:namedview id="base" pagecolor="#ffffff"><inkscape:grid type="xygrid"/></sodipodi:namedview>
  <metadata id="m"><rdf:RDF><dc:creator>zhang.san</dc:creator></rdf:RDF></metadata>
  <defs id="d">
    <linearGradient inkscape:collect="always" id="a"><stop style="stop-color:#c00;stop-opacity:1" offset="0"/>
      <stop style="stop-color:#fc0;stop-opacity:.4" offset="1"/></linearGradient>
    <linearGradient xlink:href="#a" id="b" x1="0" y1="0" x2="100" y2="100" gradientUnits="userSpaceOnUse"
      gradientTransform="rotate(12)"/>
    <filter id="f" x="-.1" y="-.1" width="1.2" height="1.2"><feGaussianBlur stdDeviation="1.5"/></filter>
  </defs>
  <g inkscape:label="图层 1" inkscape:groupmode="layer" id="layer1" transform="translate(2,3)">
    <path style="fill:url(#b);fill-rule:evenodd;stroke:#036;stroke-width:2;stroke-linejoin:round" d="{WAVE}" id="p"
      inkscape:connector-curvature="0" sodipodi:nodetypes="csccz"/>
    <circle id="c" cx="50" cy="30" r="18" style="filter:url(#f);fill:#c00"/>
  </g>
</svg>""",
    "Illustrator": f"""<?xml version="1.0" encoding="utf-8"?>
<!-- Generator: a drawing program 27.0 . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg version="1.1" id="图层_1" {NS} {XLINK} x="0px" y="0px" viewBox="0 0 100 100"
  style="enable-background:new 0 0 100 100;" xml:space="preserve" data-name="图层 1">
<style type="text/css">
  .st0{{clip-path:url(#SVGID_2_);fill:#005BAC;}} .st1{{fill:none;stroke:#E60012;stroke-width:3;stroke-miterlimit:10;}}
  .st2{{opacity:0.6;fill:url(#SVGID_3_);}} /* 结束 */
</style>
<g><defs><rect id="SVGID_1_" x="10" y="10" width="80" height="60"/></defs>
  <clipPath id="SVGID_2_"><use xlink:href="#SVGID_1_"  style="overflow:visible;"/></clipPath>
  <polygon class="st0" points="50,0 100,100 0,100 "/><polyline class="st1" points="5,5 50,95 95,5"/></g>
<radialGradient id="SVGID_3_" cx="50" cy="50" r="40" gradientUnits="userSpaceOnUse">
  <stop  offset="0" style="stop-color:#FFFFFF"/><stop  offset="1" style="stop-color:#009944"/></radialGradient>
<ellipse class="st2" cx="50" cy="50" rx="40" ry="30"/></svg>""",
    "Figma": f"""<svg width="100" height="100" viewBox="0 0 100 100" fill="none" {NS}>
<g clip-path="url(#clip0)"><mask id="mask0" style="mask-type:luminance" maskUnits="userSpaceOnUse" x="0" y="0"
width="100" height="100"><path d="M0 0H100V100H0V0Z" fill="white"/><circle cx="50" cy="50" r="20" fill="black"/></mask>
<g mask="url(#mask0)"><path fill-rule="evenodd" clip-rule="evenodd" d="{WAVE}" fill="url(#paint0)"/>
<g filter="url(#filter0_d)"><rect x="20" y="10" width="60" height="40" rx="8" fill="#1677FF" fill-opacity="0.7"/></g>
</g></g><defs><filter id="filter0_d" x="0" y="0" width="100" height="100" filterUnits="userSpaceOnUse"
color-interpolation-filters="sRGB"><feFlood flood-opacity="0" result="bg"/><feColorMatrix in="SourceAlpha" type="matrix"
values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 127 0" result="hardAlpha"/><feOffset dy="4"/>
<feGaussianBlur stdDeviation="2"/>
<feComposite in2="hardAlpha" operator="out"/><feBlend mode="normal" in2="bg" result="s"/><feBlend mode="normal"
in="SourceGraphic" in2="s" result="shape"/></filter><linearGradient id="paint0" x1="4" y1="40" x2="96" y2="96"
gradientUnits="userSpaceOnUse"><stop stop-color="#0AF"/><stop offset="1" stop-color="#06C" stop-opacity="0"/>
</linearGradient><clipPath id="clip0"><rect width="100" height="100" rx="20" fill="white"/></clipPath></defs></svg>""",
    "an icon that takes the colour of the text": f"""<svg {NS} viewBox="0 0 100 100" width="100%" height="100%"
color="#b03"><path fill="currentColor" d="{WAVE}"/>
<path d="M10 10h80" stroke="currentColor" stroke-width="6" stroke-linecap="round"
stroke-dasharray="1 12"/></svg>""",
    "symbols, uses, patterns, markers": f"""<svg {NS} {XLINK} viewBox="-10 -10 120 120"
preserveAspectRatio="xMinYMid slice">
<defs><symbol id="leaf" viewBox="0 0 20 20" overflow="visible"><path d="M0 20 Q0 0 20 0 Q20 20 0 20"/></symbol>
<pattern id="dots" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(30)"><circle r="3"
cx="5" cy="5" fill="#284"/></pattern>
<marker id="end" viewBox="0 0 4 4" refX="2" refY="2" markerWidth="4" markerHeight="4"
orient="auto-start-reverse"><path d="M0 0 4 2 0 4z"/></marker></defs><rect width="100" height="50" fill="url('#dots')"/>
<use href="#leaf" x="10" y="60" width="30" height="30" fill="#2a6"/><use xlink:href="#leaf" transform="translate(90 55)
scale(-1 1.5)" width="20" height="20" fill="#a62"/><path d="M10 95 H90" stroke="#000" marker-end="url(#end)"/></svg>""",
    "a prefix for every element": f"""<svg:svg xmlns:svg="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
<svg:g style="isolation:isolate"><svg:path d="{WAVE}" fill="#c30"/><svg:rect x="30" y="30" width="40" height="40"
fill="#39c" style="mix-blend-mode:multiply"/></svg:g></svg:svg>""",
    "CSS of ids and inheritance": f"""<svg {NS} viewBox="0 0 100 100"><style><![CDATA[
g > path {{ fill: #a0c }} #top {{ fill: #fa0; stroke: #222 }} path:first-child {{ opacity: .5 }} ]]></style>
<g><path d="{WAVE}"/><path id="top" d="M20 20h30v30z"/></g></svg>""",
    "words": f"""<svg {NS} viewBox="0 0 200 60"><title>甲 &amp; 乙 &lt;标识&gt;</title><desc>两个字</desc>
<text x="10" y="40" font-size="32" font-weight="700" letter-spacing="2" xml:space="preserve">阳光  <tspan fill="#c00"
dy="-6">办 事</tspan></text></svg>""",
    "a picture within": f"""<svg {NS} {XLINK} viewBox="0 0 100 100"><image width="100" height="60"
preserveAspectRatio="none" xlink:href="{draw_raster("PNG")}"/><circle cx="50" cy="50" r="30" fill="#c00"/></svg>""",
}
TOLD = {
    "a page of HTML for its words": (
        f"<foreignObject><p {NS.replace('2000/svg', '1999/xhtml')}>甲</p></foreignObject>",
        "svg-unsafe",
    ),
    "entities of an old exporter": ("", "svg-unsafe"),
    "a linked picture": ('<image href="logo.png" width="9" height="9"/>', "svg-unsafe"),
    "a font of another host": ("<style>@import url(https://fonts.example/css);</style>", "svg-unsafe"),
    "an animation": ('<animate attributeName="opacity" values="0;1" dur="1s"/>', "svg-unsafe"),
    "an animation by CSS": ("<style>@keyframes a{to{opacity:0}} path{animation:a 1s}</style>", "svg-unsafe"),
    "a font within": ('<font horiz-adv-x="9"><glyph unicode="a" d="M0 0"/></font>', "svg-unsafe"),
    "a broken picture within": ('<image href="data:image/png;base64,AAAA"/>', "picture-broken"),
}
"""What would look other than it does, and so is told instead of left out."""
