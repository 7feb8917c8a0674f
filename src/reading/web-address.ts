// A web address as people paste it. It must be whole, with its scheme: nothing is added, and no other scheme is taken.

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g
/** A host of at least two labels or an IPv4 address, perhaps a port, then path, query and fragment without spaces. */
const address =
  /^https?:\/\/[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+(?::\d{1,5})?(?:[/?#][^\s<>"'`\\^{|}\p{Cc}]*)?$/iu

/** The address as it was typed, without white space around it; undefined when it is none. */
export const readWebAddress = (text: string): string | undefined => {
  const said = text.replace(invisible, '').trim()
  return address.test(said) ? said : undefined
}
