// CPU of this process for a piece of work, in milliseconds: a busy machine does not count.

export async function cpuOf(job: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await job()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
