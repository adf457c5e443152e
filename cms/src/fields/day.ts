// How the admin shows a date without a time of day: with its year, which Payload leaves out.
export const DAY = { pickerAppearance: 'dayOnly', displayFormat: 'd MMM yyyy' } as const
