/**
 * `GET /task-status`, in the form of a contract document so that it is routed and checked like the 25 operations. It is none of them:
 * the desk never lists tasks, but the vendor's SDK and other clients of a tenant do.
 */
export const taskListDocument = {
  paths: {
    '/task-status': {
      get: {
        operationId: 'getTaskStatusList',
        parameters: [
          { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 0, maximum: 250, default: 250 } },
          { name: 'offset', in: 'query', schema: { type: 'integer', minimum: 0, default: 0 } },
          { name: 'count', in: 'query', schema: { type: 'boolean', default: false } },
          { name: 'sorters', in: 'query', schema: { type: 'string' } },
        ],
        responses: { '200': { content: { 'application/json': { schema: { type: 'array' } } } } },
      },
    },
  },
} as const
