// HTML that the build made from the course's own Markdown. Nothing a reader typed ever comes here.
export function Html({ html, inline = false }: { html: string; inline?: boolean }) {
  const Tag = inline ? 'span' : 'div';
  return <Tag dangerouslySetInnerHTML={{ __html: html }} />;
}
