// The REST API.
import config from '@payload-config'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'
import { guardRoute } from '../../../../rest/route.ts'

export const GET = guardRoute(REST_GET(config))
export const POST = guardRoute(REST_POST(config))
export const DELETE = guardRoute(REST_DELETE(config))
export const PATCH = guardRoute(REST_PATCH(config))
export const PUT = guardRoute(REST_PUT(config))
export const OPTIONS = REST_OPTIONS(config)
