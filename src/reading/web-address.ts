// A web address as people paste it. It must be whole, with its scheme: nothing is added, and no other scheme is taken.
// Signs that nobody sees and the marks of the sentence around it are left out.

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
/** A host of at least two labels or an IPv4 address, perhaps a port, then path, query and fragment without spaces. */
const address =
  /^https?:\/\/[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+(?::(?<port>\d{1,5}))?(?:[/?#][^\s<>"'`\\^{|}\p{Cc}]*)?$/iu

/** Chinese marks that end a sentence or a part of it. */
const marks = '，。；：、！？'
const lastPort = 65_535

/** The address letter by letter, without white space, invisible signs and marks around it; undefined when it is none. */
export const readWebAddress = (text: string): string | undefined => {
  const said = withoutMarks(text.replace(invisible, '').trim())
  const found = address.exec(said)
  if (!found) return undefined
  const port = Number(found.groups?.port ?? lastPort)
  return port >= 1 && port <= lastPort ? said : undefined
}

/** A bracket is left out only where the address did not open it. */
const withoutMarks = (said: string): string => {
  let end = said.length
  const open = said.lastIndexOf('（')
  while (end > 0) {
    const last = said.charAt(end - 1)
    const isStray = last === '）' && (open < 0 || said.indexOf('）', open) < end - 1)
    if (!isStray && !marks.includes(last)) break
    end -= 1
  }
  return said.slice(0, end)
}
