// Stands in for style sheets, which Jest does not load.
export default {}
