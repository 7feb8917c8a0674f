// A reporter of one line, the last of a run: how many tests were skipped for want of which material. A class, because
// vitest makes one of its own; it is named in the configuration by its path, so that needs.ts stays out of that.

import type { Reporter, TestModule } from 'vitest/node'
import { type Material, materials } from './needs.ts'

const countOf = (modules: readonly TestModule[], material: string): number =>
  modules
    .flatMap(module => [...module.children.allTests('skipped')])
    .filter(({ tags }) => tags.includes(material)).length

// biome-ignore lint/style/noDefaultExport: vitest reads a reporter's default export
export default class SkippedForWant implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const lines = (Object.keys(materials) as Material[])
      .filter(material => materials[material].isAbsent)
      .map(material => `${countOf(modules, material)} for want of ${materials[material].name}`)
    if (lines.length > 0) process.stdout.write(`Skipped: ${lines.join(', ')}.\n`)
  }
}
