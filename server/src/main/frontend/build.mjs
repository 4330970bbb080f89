// Placeholder-free build of the pages' assets: filled by the portal.
import { mkdirSync } from 'node:fs';
mkdirSync(process.argv[2], { recursive: true });
