import { z } from 'zod';
import { problemSchema } from './problem.ts';
import type { RouteContract } from './contract.ts';

type JsonObject = Record<string, unknown>;

/** The OpenAPI 3.1 document of the given contracts; JSON Schema comes from the same Zod schemas that check the requests. */
export function openApiDocument(contracts: RouteContract[], version: string): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const contract of contracts) {
    const path = `/api/v1${contract.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [contract.method]: operation(contract) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Wiedersehen', version, license: { name: 'AGPL-3.0-or-later', identifier: 'AGPL-3.0-or-later' } },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'wiedersehen.session_token' } },
      schemas: { Problem: schemaOf(problemSchema, 'output') },
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function operation(contract: RouteContract): JsonObject {
  const { allow, summary, params, query, body, answer, status, path } = contract;
  return {
    summary,
    tags: [path.split('/')[1] ?? 'general'],
    'x-permission': allow,
    ...(allow === 'public' ? {} : { security: [{ session: [] }] }),
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body === undefined ? {} : { requestBody: { required: true, content: contentOf(body, 'input') } }),
    responses: {
      [status ?? (answer === 'nothing' ? 204 : 200)]:
        answer === 'nothing' ? { description: 'Done' } : { description: 'OK', content: contentOf(answer, 'output') },
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function contentOf(
  body: NonNullable<RouteContract['body']> | RouteContract['answer'],
  io: 'input' | 'output',
): JsonObject {
  if (body === 'stream') return { 'text/event-stream': { schema: { type: 'string' } } };
  if (typeof body === 'string') return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };
  return { 'application/json': { schema: schemaOf(body, io) } };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): JsonObject[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, JsonObject>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}
