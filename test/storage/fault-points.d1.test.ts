// Every fault point on D1, inside real workerd.

import { applyD1Migrations, reset } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { d1 } from '../../src/storage/d1.ts'
import { faultPoints } from '../contracts/fault-points.ts'

faultPoints('an act on D1', async () => {
  await reset()
  await applyD1Migrations(env.DB, env.MIGRATIONS)
  return d1(env.DB)
})
