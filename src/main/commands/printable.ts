// Words of a file as a terminal may show them. It must not translate or judge.

/** A key of a file as it may be shown: short, and without anything that moves a cursor. */
export const printable = (text: string): string => {
  const plain = text.replace(/\p{C}/gu, '?')
  return plain.length > 80 ? `${plain.slice(0, 80)}\u2026` : plain
}
