// Whether words name something in order to exclude it: 没有行政许可 · 除了行政处罚都没有 · 不涉及收费.
// It does not say what is excluded.

export const deniesSome = (text: string): boolean => /[没无不除非]/.test(text)
