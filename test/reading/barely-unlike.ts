// Sentences made to keep a comparison busy: all have most of their pairs of signs in common, and no two are nearly the
// same. It judges nothing.

/** Four words of two signs for each of seven places; two sentences that differ have at most ten of sixteen pairs in common. */
const words = [
  ['梅兰', '竹菊', '松柏', '桃李'],
  ['东山', '西岭', '南坡', '北麓'],
  ['春雨', '夏荷', '秋月', '冬雪'],
  ['琴声', '棋局', '书卷', '画屏'],
  ['渔舟', '樵歌', '耕牛', '读灯'],
  ['金石', '木瓜', '水滨', '火种'],
  ['诗句', '酒旗', '花影', '茶烟'],
] as const
const variants = 4

/** `length` signs of them; those of another `year` (0 to 3) are others. */
export const barelyUnlike = (length: number, year: number): string => {
  let text = ''
  for (let nth = 0; text.length < length; nth += 1) {
    const chosen = words.slice(1).map((_, place) => Math.floor(nth / variants ** place) % variants)
    const sum = chosen.reduce((total, one) => total + one, 0)
    // The first place makes the sum the year's: two sentences of one year differ in two places, of two years in one.
    const first = (variants * words.length + year - sum) % variants
    text += `${[first, ...chosen].map((one, place) => words[place]?.[one]).join('')}。`
  }
  return text.slice(0, length)
}
