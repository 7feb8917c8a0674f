// The life of a filing as a drawing and a table for people, made from the code.

import { filingActs, filingStates, needsOf, stateAfter } from '../../src/district/lifecycle.ts'

const arrows = filingActs.flatMap(act =>
  filingStates.flatMap(from => {
    const to = stateAfter(from, act)
    return to === null ? [] : [{ act, from, to }]
  }),
)

const drawing = arrows
  .filter(({ from, to }) => from !== to)
  .map(({ act, from, to }) => `  ${from} --> ${to}: ${act}`)
  .join('\n')

const rows = filingActs
  .map(act => {
    const ways = arrows.filter(each => each.act === act).map(({ from, to }) => `${from} → ${to}`)
    return `| \`${act}\` | ${ways.join(', ')} | ${needsOf(act).join(', ')} |`
  })
  .join('\n')

export const lifecycleDoc = (): string => `# The life of a filing

Made from \`src/district/lifecycle.ts\`; a test compares, and \`npx vitest run test/district -u\` writes it anew. Who may do which act: [access.md](access.md).

\`\`\`mermaid
stateDiagram-v2
  [*] --> draft
${drawing}
\`\`\`

| act | leads | needs |
|---|---|---|
${rows}

*complete*: nothing is missing and no finding blocks. *signed*: a sign-off of the present content stands; *signed-first*: the same, where the campaign's practice is 先签后报. *note*: words that say why. Every act names the \`content\` that was on the screen, and is refused, with what changed, when it is another now.
`
