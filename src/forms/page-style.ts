// How the finished report looks, as data: GB/T 9704—2012《党政机关公文格式》 and the practice of published reports.
// Lengths in mm, type in pt. Fonts are named, never embedded (方正小标宋 is licensed).

/** East Asian and Latin glyphs have fonts of their own; `instead` is for screens that lack the first. */
export type Fonts = { readonly eastAsia: string; readonly latin: string; readonly instead: readonly string[] }

export type Face = { readonly fonts: Fonts; readonly sizePt: number }

export type PageStyle = {
  readonly page: {
    readonly widthMm: number
    readonly heightMm: number
    readonly marginMm: {
      readonly top: number
      readonly bottom: number
      readonly left: number
      readonly right: number
    }
    readonly textWidthMm: number
  }
  readonly linePitchPt: number
  readonly title: Face & { readonly align: 'center' }
  readonly body: Face & { readonly firstLineIndentChars: number }
  /** Heads inside the text; `opens` finds a paragraph that begins with one, `ends` where the head stops. */
  readonly heads: readonly (Face & { readonly opens: RegExp; readonly ends: string })[]
  readonly table: Face
  readonly pageNumber: Face & {
    readonly text: string
    readonly odd: 'right'
    readonly even: 'left'
    readonly indentChars: number
  }
  /** The last lines: how a day is written, and how far they stand from the right. */
  readonly closing: { readonly day: string; readonly rightChars: number; readonly shiftChars: number }
}

// Digits and Latin letters in Times New Roman: practice (洪泽2023, 沭阳2023).
const fonts = (eastAsia: string, ...instead: readonly string[]): Fonts => ({
  eastAsia,
  latin: 'Times New Roman',
  instead,
})

const fangsong = fonts('仿宋_GB2312', '仿宋', '方正仿宋_GBK', 'FangSong', 'STFangsong')
const heiti = fonts('黑体', '方正黑体_GBK', 'SimHei', 'STHeiti')
const kaiti = fonts('楷体_GB2312', '楷体', '方正楷体_GBK', 'KaiTi', 'STKaiti')
const songti = fonts('宋体', 'SimSun', 'STSong')
const biaosong = fonts('方正小标宋简体', '方正小标宋_GBK', '宋体', 'SimSun', 'STSong')

/** The default look of the document. */
export const pageStyle: PageStyle = {
  page: {
    // 5.1: A4, 210 × 297 mm.
    widthMm: 210,
    heightMm: 297,
    // 5.2.1: 天头 37, 订口 28, 版心 156 × 225; what is left is 35 below and 26 at the right.
    marginMm: { top: 37, bottom: 35, left: 28, right: 26 },
    textWidthMm: 156,
  },
  // Practice with these margins: 固定值 28磅. 22 lines (5.2.3) on 225 mm would be 28.99.
  linePitchPt: 28,
  // 7.3.1: 2号小标宋体字, centred.
  title: { fonts: biaosong, sizePt: 22, align: 'center' },
  // 5.2.2: 3号仿宋体字; 7.3.3: every paragraph begins 空二字.
  body: { fonts: fangsong, sizePt: 16, firstLineIndentChars: 2 },
  // 7.3.3: first level 黑体, second 楷体, third and fourth as the body.
  heads: [
    { fonts: heiti, sizePt: 16, opens: /^[一二三四五六七八九十]+、/u, ends: '。' },
    { fonts: kaiti, sizePt: 16, opens: /^（[一二三四五六七八九十]+）/u, ends: '。' },
  ],
  // Practice: 5号 (10.5 pt), figures centred; the standard says nothing of tables' type.
  table: { fonts: fangsong, sizePt: 10.5 },
  // 7.5: 4号半角宋体, 一字线 on both sides, odd pages 居右空一字, even pages 居左空一字.
  pageNumber: { fonts: songti, sizePt: 14, text: '— {page} —', odd: 'right', even: 'left', indentChars: 1 },
  // 7.3.5.2: the name 右空二字, the day's first character two right of the name's, a day that is longer than the name
  // itself 右空二字; 7.3.5.4: the day without leading zeros.
  closing: { day: '{year}年{month}月{day}日', rightChars: 2, shiftChars: 2 },
}
