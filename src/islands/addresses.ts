// Addresses of pages that islands link to, wherever the site is published.
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The page of an instruction; a specialised form stands on the page of its family. */
export const instructionAddress = (name: string) => `${base}/instructions/${name}/`;
