// What the admin shows while there is no account: that the first one is not made here.

export const NoAccount = () => (
  <>
    <h1>There is no account yet</h1>
    <p>
      The first owner is made where this CMS is run, never through the web: <code>npm start</code>{' '}
      does it, and so does <code>npm run owner</code>. Then load this page again.
    </p>
  </>
)
