// What people have said, each with the id under which the product stores it, and what became of it on their side.

export type Said = {
  readonly who: number
  readonly channel: 'telegram' | 'web'
  /** The end of the id under which it is stored. */
  readonly id: () => string
  readonly words: string
  readonly at: number
  /** It was answered with 200. */
  readonly isAcknowledged: () => boolean
  /** It was told beside it, without a message: on the tap, in the answer to a post. */
  readonly notice: () => string | null
  /** The figure that the tables' page showed where it was typed, by its cell. */
  readonly saw?: readonly [cell: string, shown: string]
}
