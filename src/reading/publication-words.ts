// The words in a list of publications that are neither a unit nor an address: the names of its columns, and days.

const head = /^(?:序号|单位|单位名称|网址|链接|公开网址|公开日期|日期|unit|name|url|address|date)$/i
const date = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/

/** Whether the word only names a column. */
export const isPublicationHead = (word: string): boolean => head.test(word)

/** The day as `YYYY-MM-DD`, perhaps one that does not exist; undefined for words that are none. */
export const writtenDay = (word: string): string | undefined => {
  const found = date.exec(word)
  return found
    ?.slice(1)
    .map(part => part.padStart(2, '0'))
    .join('-')
}

/** Between the words of a line: white space and the marks of a list. */
export const betweenWords = /[\s,，;；：]+/u
