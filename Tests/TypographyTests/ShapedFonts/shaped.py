"""Makes the fonts beside it, and shaped.json: what HarfBuzz answers for texts in them.

    python3 shaped.py DIRECTORY    with fonttools 4 and uharfbuzz 0.57 (HarfBuzz 15.0)

DIRECTORY holds Debian's packages fonts-cantarell, fonts-crosextra-carlito, fonts-ebgaramond, fonts-inter, fonts-lato,
fonts-linuxlibertine, fonts-noto-core, fonts-open-sans, fonts-roboto-unhinted and fonts-dejavu-core, each unpacked there
by `dpkg --extract`. Each font is reduced to the glyphs of its texts and to the rules for them, and renamed, as the SIL Open
Font License asks for names that it reserves; only DejaVu Sans, which is part of the program, stays as it is.
README.md names the licences.

A row of shaped.json is the file of the font, a text, its width in font units, and the number in the font, x and y of each
glyph from left to right.
"""

import json
import sys
import unicodedata
from pathlib import Path

import uharfbuzz
from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent

LATIN = [
    "AVATAR", "To. Type", "Yo, Wave", "LT VA WA", "Tanh", "Leaky ReLU", "Softplus", "Input distribution",
    "Value: 0.5", "f(x) = max(0, x)", "office fjord", "P. A. Ta-Ty", "“Rv.” 1.7 & 71", "Kévin Çağla", "y. v, w; r.",
    "GELU (tanh)", "Mish, Swish", "0123456789", "Ł’AVO Ťď", "HARDSIGMOID",
]

FONTS = {
    "Cantarell": ("cantarell/Cantarell-Regular.otf", LATIN),
    "Carlito": ("crosextra/Carlito-Regular.ttf", LATIN),
    "DejaVuSans": ("dejavu/DejaVuSans.ttf", LATIN),
    "EBGaramond": ("ebgaramond/EBGaramond12-Regular.otf", LATIN),
    "Inter": ("inter/Inter-Regular.otf", LATIN),
    "Lato": ("lato/Lato-Regular.ttf", LATIN),
    "Libertine": ("linux-libertine/LinLibertine_R.otf", LATIN),
    "NotoSans": ("noto/NotoSans-Regular.ttf", LATIN + ["Ταχύτητα", "Скорость", "x\u0302 q\u0323\u0302 v\u0308\u0301", "a\u0323\u0302"]),
    "OpenSans": ("open-sans/OpenSans-Regular.ttf", LATIN),
    "Roboto": ("unhinted/RobotoTTF/Roboto-Regular.ttf", LATIN),
    "Arabic": ("noto/NotoNaskhArabic-Regular.ttf", ["دالة التنشيط", "سلام", "لا", "مُحَمَّد", "الشبكة العصبية"]),
    "Bengali": ("noto/NotoSansBengali-Regular.ttf", ["সক্রিয়করণ ফাংশন", "ক্ষি", "র্কো"]),
    "Devanagari": ("noto/NotoSansDevanagari-Regular.ttf", ["सक्रियण फलन", "हिन्दी", "र्कि", "क्ष त्र ज्ञ", "द्ध्रि"]),
    "Hebrew": ("noto/NotoSansHebrew-Regular.ttf", ["פונקציית הפעלה", "שָׁלוֹם"]),
    "Khmer": ("noto/NotoSansKhmer-Regular.ttf", ["អនុគមន៍", "ក្រោម"]),
    "Myanmar": ("noto/NotoSansMyanmar-Regular.ttf", ["မြန်မာ", "ကြွေ"]),
    "Tamil": ("noto/NotoSansTamil-Regular.ttf", ["செயல்படுத்தல்", "கொ"]),
    "Thai": ("noto/NotoSansThai-Regular.ttf", ["ฟังก์ชันกระตุ้น", "น้ำ"]),
}


def reduced(source, name, texts):
    """Writes the font for these texts and returns its path."""
    options = subset.Options(hinting=False, legacy_kern=True, notdef_outline=True, name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14], drop_tables=["DSIG"])
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    # HarfBuzz also splits the vowels of Khmer, of which all begin with U+17C1.
    text = "".join(texts) + " \u17C1"
    subsetter.populate(text=text + unicodedata.normalize("NFKD", text) + unicodedata.normalize("NFC", text))
    subsetter.subset(font)
    family = f"Test {name}"
    for number, text in {1: family, 2: "Regular", 3: family, 4: family, 6: f"Test{name}"}.items():
        for record in font["name"].names:
            if record.nameID == number:
                record.string = text
    target = HERE / (name + source.suffix)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    subset.save_font(font, str(target), options)
    return target


def shaped(font, text):
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = "und"
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(font, buffer)
    x, glyphs = 0, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions):
        glyphs.append([info.codepoint, x + position.x_offset, position.y_offset])
        x += position.x_advance
    return x, glyphs


def main(directory):
    rows = []
    for name, (path, texts) in FONTS.items():
        source = next(Path(directory).glob(f"**/{path}"))
        target = source if name == "DejaVuSans" else reduced(source, name, texts)
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(target))))
        whole = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(source))))
        for text in texts:
            width, glyphs = shaped(font, text)
            if width != shaped(whole, text)[0]:
                sys.exit(f"{name}: {text} has another width in the reduced font.")
            if any(glyph[0] == 0 for glyph in glyphs):
                sys.exit(f"{name}: {text} has characters that the font lacks.")
            rows.append([target.name, text, width, glyphs])
        print(name, TTFont(target)["head"].unitsPerEm, target.stat().st_size)
    lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in rows)
    (HERE / "shaped.json").write_text(f"[\n{lines}\n]\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
