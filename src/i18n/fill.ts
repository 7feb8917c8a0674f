// Fills words with places, `{{name}}`. A parameter is taken as it is, never read for places of its own.

export type Params = Readonly<Record<string, string | number>>

export const fill = (words: string, params: Params): string =>
  words.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? ''))
