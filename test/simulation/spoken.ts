// The words of people: figures and sentences that nobody else says, commands, a document.

export type Spoken = {
  /** A figure that was not said before. */
  readonly figure: () => string
  readonly words: () => string
  readonly figureOrWords: (r: number) => string
  readonly commands: readonly string[]
  readonly document: Uint8Array
  /** Figures of the printed tables, by key. */
  readonly cells: readonly string[]
}

export const createSpoken = ({ document, cells }: Pick<Spoken, 'document' | 'cells'>): Spoken => {
  let said = 1_000
  const figure = (): string => {
    said += 1
    return `${said}`
  }
  const words = (): string => `（一）本单位第${figure()}件事已办结，情况良好。`
  return {
    figure,
    words,
    figureOrWords: r => (r < 0.7 ? figure() : words()),
    commands: ['目录', '预览', '上一题', '撤销', '稍后', '/help', '/begin', '送审稿', '其余为0'],
    document,
    cells,
  }
}
