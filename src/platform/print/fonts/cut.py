"""Cuts the fonts of printed documents from Noto Sans SC and gives them a family name of their own."""
import sys
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
# Characters of 通用规范汉字表 (2013) that GBK lacks, with all others of the font above U+FFFF.
RARE = {*range(0x9FA6, 0xA000), *range(0x20000, 0x323B0)} | {ord(c) for c in '㑇㑊㕮㘎㙍㙘㙦㛃㛚㛹㟃㠇㠓㤘㥄㧐㧑㧟㫰㬊㬎㬚㭎㭕㮾㰀㳇㳘㳚㴔㵐㶲㸆㸌㺄㻬㽏㿠䁖䂮䃅䃎䅟䌹䎃䎖䏝䏡䏲䐃䓖䓛䓨䓫䓬䗖䗛䗪䗴䜣䝙䢺䢼䣘䥽䦃䲟䲠䲢䴓䴔䴕䴖䴗䴘䴙䶮'}
# Characters of headings that GB 2312 lacks.
HEADINGS = {ord(c) for c in '噁'}
FAMILY = 'Leadloop Sans SC'
LATIN = {c for c in range(0x20, 0x250) if c < 0x7F or c > 0x9F}
SIGNS = {ord(c) for c in '–—‘’“”†‡•…‰′″€™ΔΣφημρ⁰⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄≤≥≠≈−√∞→←↑↓✓〔〕【】'}
def hanzi(encoding):
    first = 0x81 if encoding == 'gbk' else 0xA1
    found = set()
    for a in range(first, 0xFF):
        for b in range(0x40, 0xFF):
            try:
                text = bytes((a, b)).decode(encoding)
            except UnicodeDecodeError:
                continue
            if len(text) == 1 and not 0xE000 <= ord(text) <= 0xF8FF: found.add(ord(text))
    return found
def cut(source, target, style, encoding):
    font = TTFont(source, recalcTimestamp=False)
    options = Options(); options.hinting = False; options.layout_features = []; options.name_IDs = [0, 5, 13, 14]; options.notdef_outline = True
    subsetter = Subsetter(options); subsetter.populate(unicodes=LATIN | SIGNS | hanzi(encoding) | (RARE if style == 'Regular' else HEADINGS)); subsetter.subset(font)
    for number, text in ((1, FAMILY), (2, style), (4, f'{FAMILY} {style}'), (6, f'LeadloopSansSC-{style}')):
        font['name'].setName(text, number, 3, 1, 0x409)
    font.save(target)
folder = sys.argv[1]
cut(f'{folder}/400Regular/NotoSansSC_400Regular.ttf', 'Regular.ttf', 'Regular', 'gbk')
cut(f'{folder}/700Bold/NotoSansSC_700Bold.ttf', 'Bold.ttf', 'Bold', 'gb2312')
