// For those who draw posters elsewhere than on a page: the colours that are the same for everyone.
export { FIXED_COLOURS } from '../recordings/palette.ts'
