"""What a drawing may be made of: the elements and attributes of SVG that draw, and hold still."""

from __future__ import annotations

from typing import Final

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "http://www.w3.org/1999/xlink"
XML: Final = "http://www.w3.org/XML/1998/namespace"
XHTML: Final = "http://www.w3.org/1999/xhtml"

ELEMENTS: Final = frozenset(
    {
        *("svg", "g", "defs", "symbol", "use", "title", "desc", "metadata", "style", "switch", "view", "a"),
        *("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "image"),
        *("text", "tspan", "textPath", "clipPath", "mask", "pattern", "marker"),
        *("linearGradient", "radialGradient", "meshgradient", "solidcolor", "stop", "filter", "feBlend"),
        *("feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting"),
        *("feDisplacementMap", "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR"),
        *("feGaussianBlur", "feImage", "feMerge", "feMergeNode", "feMorphology", "feOffset", "fePointLight"),
        *("feSpecularLighting", "feSpotLight", "feTile", "feTurbulence"),
    }
)
"""Elements of other namespaces, in which drawing programs make notes, draw nothing."""

ATTRIBUTES: Final = frozenset(
    {
        *("id", "class", "style", "type", "media", "transform", "viewBox", "preserveAspectRatio", "width", "height"),
        *("x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy", "fr", "d", "points", "pathLength"),
        *("requiredFeatures", "requiredExtensions", "systemLanguage", "clipPathUnits", "maskUnits", "maskContentUnits"),
        *("patternUnits", "patternContentUnits", "patternTransform", "gradientUnits", "gradientTransform"),
        *("spreadMethod", "offset", "markerUnits", "markerWidth", "markerHeight", "refX", "refY", "orient"),
        # Text.
        *("dx", "dy", "rotate", "textLength", "lengthAdjust", "startOffset", "method", "spacing", "side", "path"),
        # Filters.
        *("filterUnits", "primitiveUnits", "filterRes", "in", "in2", "result", "mode", "operator", "k1", "k2", "k3"),
        *("k4", "values", "tableValues", "slope", "intercept", "amplitude", "exponent", "order", "kernelMatrix"),
        *("divisor", "bias", "targetX", "targetY", "edgeMode", "kernelUnitLength", "preserveAlpha", "surfaceScale"),
        *("diffuseConstant", "specularConstant", "specularExponent", "limitingConeAngle", "scale", "xChannelSelector"),
        *("yChannelSelector", "azimuth", "elevation", "z", "pointsAtX", "pointsAtY", "pointsAtZ", "stdDeviation"),
        *("radius", "baseFrequency", "numOctaves", "seed", "stitchTiles"),
        # What CSS knows as well.
        *("alignment-baseline", "baseline-shift", "clip", "clip-path", "clip-rule", "color", "color-interpolation"),
        *("color-interpolation-filters", "color-profile", "color-rendering", "direction", "display"),
        *("dominant-baseline", "enable-background", "fill", "fill-opacity", "fill-rule", "filter", "flood-color"),
        *("flood-opacity", "font", "font-family", "font-size", "font-size-adjust", "font-stretch", "font-style"),
        *("font-variant", "font-weight", "glyph-orientation-horizontal", "glyph-orientation-vertical"),
        *("image-rendering", "isolation", "kerning", "letter-spacing", "lighting-color", "marker", "marker-start"),
        *("marker-mid", "marker-end", "mask", "mask-type", "mix-blend-mode", "opacity", "overflow", "paint-order"),
        *("shape-rendering", "solid-color", "solid-opacity", "stop-color", "stop-opacity", "stroke"),
        *("stroke-dasharray", "stroke-dashoffset", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"),
        *("stroke-opacity", "stroke-width", "text-anchor", "text-decoration", "text-rendering", "transform-origin"),
        *("unicode-bidi", "vector-effect", "visibility", "white-space", "word-spacing", "writing-mode"),
        *(f"{XML}}}space", f"{XML}}}lang"),
    }
)
"""As expat names them, but for ``href``, whose value decides."""
