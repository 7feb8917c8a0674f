// Faults that axe-core finds on a page. The policy of a page keeps axe out: the context must bypass it.

import axe from 'axe-core'
import type { Page } from 'playwright-core'

export const faultsOn = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ content: axe.source })
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const found = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
    return found.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`),
    )
  })
}
