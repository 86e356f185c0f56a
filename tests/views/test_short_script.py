"""Scripts are made shorter, and mean what they did."""

import pytest

from showcase.views.short_script import shorten_script


@pytest.mark.parametrize(
    ("source", "short"),
    [
        ("const a = 1;\nlet b;", "let a=1;let b;"),
        ("for (const constant of consts) a('const ');", "for(let constant of consts)a('const ');"),
        ("/* what\nfor */\na(b, c); // why\nd();", "a(b,c);d();"),
        ("if (a) {\n  b();\n} else {\n  c();\n}", "if(a){b()}else{c()}"),
        ("return typeof a", "return typeof a"),
        ("a + +b; c - -d; e++ + f; g + ++h;", "a+ +b;c- -d;e++ +f;g+ ++h;"),
        ("for (;;) { }", "for(;;){}"),
        ("""a = "x  // y" + 'it "is"  /* z */';""", """a="x  // y"+'it "is"  /* z */';"""),
        (r'a = "\\" ;  b = "\"  ;";', r'a="\\";b="\"  ;";'),
        ("a = `x  ${ b + 1 }  // $y \\` z`;", "a=`x  ${ b + 1 }  // $y \\` z`;"),
        (r"a = /[/\]\s*]  \/x/g.test(b) ;", r"a=/[/\]\s*]  \/x/g.test(b);"),
        (r"f(/[ ]/u, !/\/\/ /.test(c))", r"f(/[ ]/u,!/\/\/ /.test(c))"),
        ("a = b / c / d;", "a=b/c/d;"),
        ("$a in _b;", "$a in _b;"),
        ("", ""),
    ],
)
def test_what_is_not_needed_goes(source: str, short: str) -> None:
    assert shorten_script(source) == short


@pytest.mark.parametrize("source", ["a = `x ${`y`}`;", 'a = "x', "a = 'x\n';"])
def test_what_is_not_read_is_told(source: str) -> None:
    with pytest.raises(ValueError, match="not closed"):
        shorten_script(source)
