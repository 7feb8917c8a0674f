// Loaded into every server under test (node --import): tells its CPU when asked, and ends with its parent.
// It must not touch anything else of the process.

process.on('message', asked => {
  if (asked === 'cpu') process.send?.(process.cpuUsage())
})
process.on('disconnect', () => process.exit())
