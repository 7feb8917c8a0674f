// A short answer in words, as one line. It must not change a word.

const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\ufffc]/g

/** The words as one line with single spaces; undefined when there is no letter and no digit in them. */
export const readLine = (text: string): string | undefined => {
  const said = text
    .replace(invisible, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return /[\p{L}\p{N}]/u.test(said) ? said : undefined
}
