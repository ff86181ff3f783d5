// HTML that the build made from the course's own Markdown. Nothing a reader typed ever comes here.
export function Html({ html, inline = false }: { html: string; inline?: boolean }) {
  const Tag = inline ? 'span' : 'div';
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the course's own text, made by the build
  return <Tag dangerouslySetInnerHTML={{ __html: html }} />;
}
