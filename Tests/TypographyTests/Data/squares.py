"""Makes the fonts beside it, of plain squares: python3 squares.py with fonttools 4."""

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, newTable
from fontTools.ttLib.tables._k_e_r_n import KernTable_format_0

# The name, the character, and the square's left, bottom, right and top in units of 1000 an em.
GLYPHS = [
    (".notdef", None, (100, 0, 400, 700)),
    ("space", 0x20, None),
    ("A", 0x41, (50, 0, 550, 700)),
    ("uni3042", 0x3042, (100, -100, 900, 800)),
    ("uni5B57", 0x5B57, (50, -120, 950, 880)),
    ("uni6F22", 0x6F22, (50, -120, 950, 880)),
]


def draw(pen, box):
    if box is not None:
        left, bottom, right, top = box
        pen.moveTo((left, bottom))
        pen.lineTo((left, top))
        # Bent by nothing: a curve whose controls lie on the line between its ends.
        third = (right - left) // 3
        if isinstance(pen, T2CharStringPen):
            pen.curveTo((left + third, top), (right - third, top), (right, top))
        else:
            pen.qCurveTo(((left + right) // 2, top), (right, top))
        pen.lineTo((right, bottom))
        pen.closePath()


def font(style, cubic=False):
    builder = FontBuilder(1000, isTTF=not cubic)
    names = [name for name, _, _ in GLYPHS]
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({character: name for name, character, _ in GLYPHS if character})
    advances = {name: 500 if box is None or box[2] < 500 else 600 if box[2] < 600 else 1000 for name, _, box in GLYPHS}
    outlines = {}
    for name, _, box in GLYPHS:
        if style == "Bold" and box:
            box = (box[0] - 20, box[1] - 20, box[2] + 20, box[3] + 20)
        pen = T2CharStringPen(advances[name], None) if cubic else TTGlyphPen(None)
        draw(pen, box)
        outlines[name] = pen.getCharString() if cubic else pen.glyph()
    family = "Cubic Squares" if cubic else "Test Squares"
    if cubic:
        builder.setupCFF("CubicSquares", {}, outlines, {})
    else:
        builder.setupGlyf(outlines)
    grown = 20 if style == "Bold" else 0
    bearings = {name: box[0] - grown if box else 0 for name, _, box in GLYPHS}
    builder.setupHorizontalMetrics({name: (advance, bearings[name]) for name, advance in advances.items()})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": family, "styleName": style}, mac=False)
    bold = style == "Bold"
    builder.setupOS2(
        sTypoAscender=880, sTypoDescender=-120, sTypoLineGap=0, usWeightClass=700 if bold else 400,
        fsSelection=0x20 if bold else 0x40)
    builder.setupPost()
    builder.font["head"].macStyle = 1 if bold else 0
    builder.font["head"].created = builder.font["head"].modified = 0
    if not cubic:
        table = newTable("kern")
        table.version = 0
        pairs = KernTable_format_0()
        pairs.version, pairs.coverage, pairs.apple = 0, 1, False
        pairs.kernTable = {("uni6F22", "uni5B57"): -100, ("A", "A"): -50}
        table.kernTables = [pairs]
        builder.font["kern"] = table
    builder.font.recalcTimestamp = False
    return builder.font


font("Regular").save("Squares.ttf")
font("Bold").save("Squares-Bold.ttf")
font("Regular", cubic=True).save("Squares.otf")
collection = TTCollection()
collection.fonts = [font("Regular"), font("Bold")]
collection.save("Squares.ttc")
