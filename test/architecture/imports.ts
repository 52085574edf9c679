/** Permitted imports, as tables. `complaint` returns the fault of one import, or undefined. */
import { dirname, join, normalize } from 'node:path';

/** Features, and whose `index.ts` each may use. */
export const FEATURES: Readonly<Record<string, readonly string[]>> = {
  codes: [],
  parties: [],
  identity: ['parties'],
  files: ['parties'],
  batches: ['parties'],
  approvals: ['parties'],
  manifests: ['parties', 'files', 'batches', 'approvals'],
  recycling: ['parties', 'files', 'batches', 'manifests'],
  recovery: ['parties', 'files', 'batches', 'manifests', 'recycling'],
  exchange: ['parties', 'batches', 'manifests'],
  oversight: [],
};

/** Rooms with an index of their own, for commands. */
const COMMAND_ROOMS = ['exchange/partners/index.ts', 'identity/clients/index.ts', 'identity/people/index.ts'];

/** Every other folder of src. */
const FOLDERS = [
  'core',
  'platform',
  'config',
  'client',
  'commands',
  'demo',
  'national-standin',
  ...Object.keys(FEATURES),
];

type Role = keyof typeof SIBLINGS;

/** Roles that each role may import inside its feature; a role split in two may use itself. */
const SIBLINGS = {
  noun: ['noun', 'problems'],
  problems: ['noun', 'problems'],
  tables: ['noun', 'tables'],
  store: ['noun', 'problems', 'tables', 'store'],
  queries: ['noun', 'problems', 'tables', 'schemas', 'queries'],
  envelope: ['noun', 'problems', 'envelope'],
  wire: ['noun', 'problems', 'envelope', 'schemas', 'wire'],
  service: ['noun', 'problems', 'store', 'service', 'envelope', 'wire', 'adapter'],
  // Connects one library: the only role that may import it.
  adapter: ['noun', 'problems', 'store', 'queries', 'service', 'adapter'],
  schemas: ['noun', 'problems', 'schemas'],
  routes: ['noun', 'problems', 'schemas', 'service', 'queries', 'routes'],
  jobs: ['noun', 'schemas', 'service', 'queries', 'jobs'],
  index: ['noun', 'problems', 'queries', 'envelope', 'wire', 'service', 'schemas', 'routes', 'jobs'],
} as const satisfies Record<string, readonly string[]>;

/** Roles that may use other features at run time; what is only a type, every role but nouns and tables may use. */
const REACHES_OUT: readonly Role[] = ['service', 'routes', 'jobs', 'queries', 'index'];

const MACHINERY = /^(node:(?!crypto$)|drizzle|pg$|fastify|zod|bullmq|ioredis|pino|jose|oidc-provider|prom-client)/;

/** Packages that a role never imports. Nouns import no machinery at all. */
const FOREIGN: Readonly<Partial<Record<Role, RegExp>>> = {
  noun: MACHINERY,
  problems: MACHINERY,
  service: /^(drizzle|pg$|fastify|zod|bullmq|ioredis|oidc-provider)/,
  adapter: /^(drizzle|pg$|fastify|zod|bullmq|ioredis)/,
  schemas: /^(drizzle|pg$|bullmq|ioredis|node:)/,
  routes: /^(drizzle|pg$|bullmq|ioredis|jose|oidc-provider)/,
  jobs: /^(drizzle|pg$|fastify|bullmq|ioredis)/,
  tables: /^(fastify|zod|bullmq|ioredis|jose|node:)/,
  // Law is parsed where it is read, so a store may use zod.
  store: /^(fastify|bullmq|ioredis|jose)/,
};

export type Import = { readonly specifier: string; readonly typeOnly: boolean };

/** Every import, re-export and `import()` of a module's text. */
export function importsOf(text: string): Import[] {
  const statements = text.matchAll(
    /^\s*(?:import|export)\s+(?:(type\b(?!\s*,))?\s*[\w*{][^'";=]*?\bfrom\s*)?['"]([^'"\n]+)['"]/gm,
  );
  const dynamic = text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g);
  return [
    ...[...statements].map(([, typeOnly, specifier = '']) => ({ specifier, typeOnly: typeOnly !== undefined })),
    ...[...dynamic].map(([, specifier = '']) => ({ specifier, typeOnly: false })),
  ];
}

/** Returns the role of a file: its name, or the part after its last hyphen. */
export function roleOf(path: string): Role {
  const stem = path.split('/').at(-1)?.replace(/\.ts$/, '') ?? '';
  const role = stem.split('-').at(-1) ?? '';
  return role in SIBLINGS && role !== 'noun' ? (role as Role) : 'noun';
}

/** Finds the fault of an import in a file of src (`batches/store.ts`); undefined without one. */
export function complaint(file: string, { specifier, typeOnly }: Import): string | undefined {
  const area = areaOf(file);
  if (area !== '' && !FOLDERS.includes(area)) return `src/${area} is no folder of the design`;
  if (!specifier.startsWith('.')) return packageComplaint(file, specifier);
  if (area === 'client') return clientComplaint(file, specifier);
  const target = normalize(join(dirname(file), specifier));
  if (target.startsWith('..')) return 'nothing outside src may be imported';
  const targetArea = areaOf(target);
  if (file === 'sandbox.ts' && target === 'national-standin/index.ts') return undefined;
  if (area === 'config')
    return ['config', 'core'].includes(targetArea) ? undefined : 'variables know nothing of the service';
  if (targetArea === 'config') return file === 'config.ts' ? undefined : 'only config.ts reads the variables';
  if (area === '') return entryComplaint(target);
  // The demo and the stand-in have entry points of their own, which read the language of the terminal.
  if (target === 'config.ts' && /^[a-z-]+\/main\.ts$/.test(file)) return undefined;
  if (targetArea === '') return 'only entry points import top-level files';
  if (targetArea === 'core') return undefined;
  if (area === 'core') return 'core imports nothing but core';
  if (area === 'platform') return targetArea === 'platform' ? undefined : 'platform knows no feature';
  if (area === 'demo' && target === 'client/index.ts') return undefined;
  if (area === 'demo' || area === 'national-standin') {
    return targetArea === area || targetArea === 'platform' ? undefined : 'the demo uses the public HTTP API only';
  }
  if (area === 'commands') return targetArea === 'commands' ? undefined : commandComplaint(target);
  if (targetArea === 'platform') return platformComplaint(roleOf(file), target, typeOnly);
  return targetArea === area ? siblingComplaint(file, target) : featureComplaint(file, target, typeOnly);
}

function areaOf(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : '';
}

/** The client is for programs of others, so it can be copied without the service. */
function clientComplaint(file: string, specifier: string): string | undefined {
  return areaOf(normalize(join(dirname(file), specifier))) === 'client'
    ? undefined
    : 'the client uses nothing of the service';
}

function packageComplaint(file: string, specifier: string): string | undefined {
  const area = areaOf(file);
  if (area === 'core') return MACHINERY.test(specifier) ? `pure code may not import ${specifier}` : undefined;
  if (area === 'client')
    return /^(node:|openapi-fetch$)/.test(specifier) ? undefined : `the client may not import ${specifier}`;
  if (!(area in FEATURES)) return undefined;
  const role = roleOf(file);
  if (!FOREIGN[role]?.test(specifier)) return undefined;
  return role === 'noun' ? `pure code may not import ${specifier}` : `${role} may not import ${specifier}`;
}

function entryComplaint(target: string): string | undefined {
  if (areaOf(target) in FEATURES && target.split('/').slice(1).join('/') !== 'index.ts') {
    return 'reach a feature through its index.ts';
  }
  if (areaOf(target) === 'client') return 'the service does not use its own client';
  return ['demo', 'national-standin'].includes(areaOf(target)) ? 'it is started, never imported' : undefined;
}

/** A command that needs one room of a feature loads that room only, so that it starts quickly. */
function commandComplaint(target: string): string | undefined {
  return COMMAND_ROOMS.includes(target) ? undefined : entryComplaint(target);
}

function platformComplaint(role: Role, target: string, typeOnly: boolean): string | undefined {
  if (role === 'noun' || role === 'problems') return 'pure code may not import platform';
  if (role === 'tables') return 'tables may not import platform';
  if (role === 'schemas' && !typeOnly && !target.startsWith('platform/http/')) {
    return 'of platform, schemas import http only';
  }
  return undefined;
}

function siblingComplaint(file: string, target: string): string | undefined {
  const [from, to] = [roleOf(file), roleOf(target)];
  const allowed: readonly string[] = SIBLINGS[from];
  return allowed.includes(to) ? undefined : `${from} may not import ${to}`;
}

function featureComplaint(file: string, target: string, typeOnly: boolean): string | undefined {
  const [area, targetArea, role] = [areaOf(file), areaOf(target), roleOf(file)];
  // Nouns and schemas see only the pure rules of other features.
  if ((role === 'noun' || role === 'schemas') && target === `${targetArea}/rules.ts`) {
    return FEATURES[area]?.includes(targetArea) ? undefined : `${area} may not use ${targetArea}`;
  }
  if (target !== `${targetArea}/index.ts`) return 'reach a feature through its index.ts';
  if (role === 'noun' || role === 'problems' || role === 'tables') return `${role} may not use another feature`;
  if (area === 'oversight' && typeOnly) return undefined;
  if (!FEATURES[area]?.includes(targetArea)) return `${area} may not use ${targetArea}`;
  if (!typeOnly && !REACHES_OUT.includes(role)) return `${role} may use other features' types only`;
  return undefined;
}

/** Finds the first ring of files that import each other, as paths; undefined without one. Imports of types count. */
export function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    const at = trail.indexOf(file);
    if (at >= 0) return [...trail.slice(at), file];
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const cycle = visit(next, [...trail, file]);
      if (cycle) return cycle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const cycle = visit(file, []);
    if (cycle) return cycle;
  }
  return undefined;
}
