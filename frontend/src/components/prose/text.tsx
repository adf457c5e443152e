// Plain text of the CMS: an empty line starts a paragraph, a line break stays one.

const paragraphsOf = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)

export const Text = ({ text }: { text: string }) => (
  <div className="prose">
    {paragraphsOf(text).map((paragraph) => (
      <p key={paragraph} className="lines">
        {paragraph}
      </p>
    ))}
  </div>
)
