// Words that begin like an option that prints as 其他…: of a list with such an option they may mean it, or all the rest.
// 其他都没有 says of several, so it means the rest.

/** Whether a text or a label begins with 其他 and does not speak of all. */
export const saysOther = (text: string): boolean => {
  const said = text.trimStart().slice(0, 7)
  return /^其[他它]/.test(said) && !/[都均全皆各]/.test(said)
}
