// The ways to say a printed label: as printed, without its number, without the explanation in brackets.

const number = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[.、．])\s*/u
const bracket = /[（(][^（()）]{0,80}[）)]/gu

/** The label first; each way once, none of them empty. */
export const labelNames = (label: string): readonly string[] => {
  const plain = label.replace(number, '')
  const short = plain.replace(bracket, '')
  return [...new Set([label, plain, short])].filter(name => name.length > 1)
}
