// Addresses of pages that islands link to, wherever the site is published.
const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** The page of an instruction; `BINARY_OP_ADD_INT` and its like have their place on the page of their family. */
export const instructionAddress = (name: string) => `${base}/instructions/${name}/`;
