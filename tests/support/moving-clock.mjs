// Loaded before a program (`--import`): each message of its parent moves its clocks by so many milliseconds, and is answered.
// Timers keep real time.
const real = { date: Date.now, performance: performance.now.bind(performance) }
let ahead = 0

Date.now = () => real.date() + ahead
performance.now = () => real.performance() + ahead
process.on('message', (ms) => {
  ahead += Number(ms)
  process.send?.('moved')
})
// It does not keep the program from its end.
process.channel?.unref()
