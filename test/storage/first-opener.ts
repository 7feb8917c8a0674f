// Run as a process of its own by first-start.test.ts: opens each file that is named to it, and says how that went.

import { createInterface } from 'node:readline'
import { openStore } from '../../src/main/open-store.ts'

const opened = async (file: string): Promise<string> => {
  try {
    const { store, close } = await openStore(file)
    await store.ready()
    await close()
    return 'open'
  } catch (error) {
    return String(error)
  }
}

process.stdout.write('waiting\n')
for await (const file of createInterface(process.stdin)) process.stdout.write(`${await opened(file)}\n`)
