// Markdown inside one line (code, emphasis, links) as HTML, for the texts that travel to an island as data.
import type { PhrasingContent } from 'mdast';

export const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

export function phrasingToHtml(nodes: readonly PhrasingContent[]): string {
  return nodes.map(one).join('');
}

function one(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value)}</code>`;
    case 'emphasis':
      return `<em>${phrasingToHtml(node.children)}</em>`;
    case 'strong':
      return `<strong>${phrasingToHtml(node.children)}</strong>`;
    case 'link':
      return `<a href="${escapeHtml(node.url)}">${phrasingToHtml(node.children)}</a>`;
    case 'break':
      return '<br>';
    default:
      throw new Error(`"${node.type}" cannot stand in an option or a hint: use code, emphasis or links`);
  }
}
