// Whether a figure says a change and no state: +3 · -8 · 增加3 · 净减2.

export const isChange = (said: string): boolean => /^(?:[+-]|净?[增减])/u.test(said)
