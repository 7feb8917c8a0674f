// The environment of a process that a test starts: where programs are found, and where Node keeps what it compiled, since
// each start would else take the types out of hundreds of files anew.

import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const childEnv = {
  PATH: process.env.PATH ?? '',
  NODE_COMPILE_CACHE: join(tmpdir(), 'nianbao-test-compiled'),
}
