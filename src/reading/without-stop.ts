// A short answer without the stops and exclamation marks behind it. It must not know what the words mean.

const stops = '。.!,~'

/** From the end on, so that a long row of stops is read once. */
export const withoutStop = (text: string): string => {
  let end = text.length
  while (end > 0 && stops.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
