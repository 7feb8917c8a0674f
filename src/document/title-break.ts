// Where a title that needs two lines breaks: before the words that every title of the form ends in.

/**
 * The break's place in `title`, by the form's own title (`{unit}{year}…`); 0 when it ends otherwise. Behind the year
 * the first word (the year's own) stays above.
 */
export const titleBreak = (title: string, template: string): number => {
  const tail = template.slice(template.lastIndexOf('}') + 1)
  let shared = 0
  while (shared < tail.length && title.at(-1 - shared) === tail.at(-1 - shared)) shared += 1
  if (shared === 0) return 0
  const [first] = new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(tail)
  return title.length - shared + (shared === tail.length ? (first?.segment.length ?? 0) : 0)
}
