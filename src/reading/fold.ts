// One width and one shape for what a keyboard, a voice or a paste may send: full-width, dashes, invisible marks.
// It must not change a word or a numeral: 叁 stays 叁 here (see spell.ts).

/** The text with half-width signs and digits, plain spaces, one kind of dash, and no invisible characters. Never throws. */
export function fold(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff]|\ufe0e|\ufe0f|\u20e3/g, '')
    .replace(/[\uff01-\uff5e]/g, wide => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212\u2500\ufe63]/g, '-')
    .replace(/￥/g, '¥')
    .replace(/\s/g, ' ')
}
