// Loaded into every server under test (node --import): tells its CPU and memory when asked, and ends with its parent.
// It must not touch anything else of the process.

process.on('message', asked => {
  if (asked !== 'usage') return
  const [all, main] = [process.cpuUsage(), process.threadCpuUsage()]
  process.send?.({
    cpu: all.user + all.system,
    main: main.user + main.system,
    rss: process.memoryUsage.rss(),
  })
})
process.on('disconnect', () => process.exit())
