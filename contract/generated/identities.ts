// Generated from contract/identities.yaml by `npm run gen:api`. Do not edit.
/* oxlint-disable */

export interface paths {
    "/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List identities
         * @description Answers the identities that match, as an array even when there is one.
         */
        get: operations["listIdentities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one identity
         * @description Answers one identity.
         */
        get: operations["getIdentity"];
        put?: never;
        post?: never;
        /**
         * Delete an identity
         * @description Removes the identity's record. Its accounts stay on their sources and may come back as an uncorrelated identity.
         *     Refused while the identity owns something or is protected. Any success means accepted: read the identity again
         *     and expect a 404 before saying it is gone.
         */
        delete: operations["deleteIdentity"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read what an identity owns
         * @description Answers what has to be given to somebody else before the identity can be deleted. The list is not complete. The
         *     body can be empty for an uncorrelated identity, and real bodies differ from the vendor's documents: a reader
         *     never concludes "owns nothing" from a body it does not recognise.
         */
        get: operations["getIdentityOwnershipDetails"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/role-assignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an identity's role assignments
         * @description Answers short references, or full records when `roleId` or `roleName` is given. Decide for each element which of
         *     the two it is. There are no pages.
         */
        get: operations["getRoleAssignments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/role-assignments/{assignmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one role assignment
         * @description Answers the full record of one role assignment.
         */
        get: operations["getRoleAssignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset an identity
         * @description Takes back the user's registration and removes raised user levels, in the background. The user has to be invited
         *     again. There is no undo.
         */
        post: operations["resetIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{id}/verification/account/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a password e-mail
         * @description Sends the identity a link, valid for two hours, with which it sets a new password. The vendor declares the id as
         *     a UUID although its ids are not.
         */
        post: operations["sendIdentityVerificationAccountToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite identities
         * @description Mails a registration link, valid for seven days, to the named identities or to everyone who is not registered
         *     (at most 1000). Answers a task to follow at `/task-status/{id}`.
         */
        post: operations["startIdentitiesInvite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Process identities
         * @description Works out attributes, roles, manager and missing access of up to 250 identities anew. Answers a task to follow;
         *     whether its id always resolves at `/task-status/{id}` is not stated.
         */
        post: operations["startIdentityProcessing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/synchronize-attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Synchronise an identity's attributes
         * @description Writes the identity's attributes to its accounts, at most once in ten seconds for one identity. The answer is
         *     all there is: no operation reads the job again, and its id is not a task's.
         */
        post: operations["synchronizeAttributesForIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/task-status/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow a task
         * @description Answers how far a background task has come. It is finished when `completed` or `completionStatus` is not null.
         *     Tasks older than 90 days are answered with 404. The bodies of 403 and 404 are not declared and may be absent.
         */
        get: operations["getTaskStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An opaque id. Most are 32 lower-case hexadecimal digits; none is promised to be a UUID. */
        PathId: string;
        /** @enum {string} */
        KnownProcessingState: "ERROR" | "OK";
        /**
         * @description The statuses known today. They have changed over the years.
         * @enum {string}
         */
        KnownIdentityStatus: "UNREGISTERED" | "REGISTERED" | "PENDING" | "WARNING" | "DISABLED" | "ACTIVE" | "DEACTIVATED" | "TERMINATED" | "ERROR" | "LOCKED";
        Identity: {
            /**
             * @description The identity's id.
             * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
             */
            readonly id?: string;
            /**
             * @description The display name.
             * @example Priya Nadar
             */
            name: string;
            /**
             * Format: date-time
             * @example 2024-05-02T07:00:11.902Z
             */
            readonly created?: string;
            /**
             * Format: date-time
             * @example 2026-02-11T08:02:44.120Z
             */
            readonly modified?: string;
            /**
             * @description The account name on the authoritative source.
             * @example priya.nadar
             */
            alias?: string;
            /**
             * @description The e-mail address. The filter field of the same meaning is called `email`.
             * @example priya.nadar@corp.example
             */
            emailAddress?: string | null;
            /**
             * @description How the last processing ended.
             * @example OK
             */
            processingState?: components["schemas"]["KnownProcessingState"] | string | null;
            /**
             * @description The registration status. The filter field of the same meaning is called `cloudStatus`.
             * @example REGISTERED
             */
            identityStatus?: components["schemas"]["KnownIdentityStatus"] | string;
            /** @description The manager, where there is one. */
            managerRef?: components["schemas"]["ManagerRef"] | null;
            /**
             * @description Whether it is somebody's manager.
             * @default false
             * @example false
             */
            isManager?: boolean;
            /**
             * Format: date-time
             * @description When it was last processed.
             * @example 2026-03-01T20:04:55.000Z
             */
            lastRefresh?: string | null;
            /**
             * @description The tenant's own attributes; values of any JSON type.
             * @example {
             *       "uid": "48213",
             *       "department": "Finance",
             *       "cloudStatus": "REGISTERED"
             *     }
             */
            attributes?: {
                [key: string]: unknown;
            };
            lifecycleState?: components["schemas"]["LifecycleStateDto"] | null;
        };
        ManagerRef: {
            /** @example IDENTITY */
            type?: "IDENTITY" | string;
            /** @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21 */
            id?: string;
            /** @example Tomas Lindqvist */
            name?: string;
        };
        LifecycleStateDto: {
            /**
             * @description The lifecycle state's technical name.
             * @example active
             */
            stateName: string;
            /**
             * @description Whether a person set it.
             * @example false
             */
            manuallyUpdated: boolean;
        };
        /** @description What an identity owns, grouped by the kind of ownership. The real shape is uncertain. */
        IdentityOwnershipAssociationDetails: {
            associationDetails?: components["schemas"]["AssociationDetails"][];
        };
        /** @description Why an identity cannot be deleted. */
        IdentityAssociationDetails: {
            /** @example This identity still owns objects */
            message?: string;
            associationDetails?: components["schemas"]["AssociationDetails"][];
        };
        AssociationDetails: {
            /**
             * @description Free text such as ROLE_OWNER or CAMPAIGN_OWNER.
             * @example ROLE_OWNER
             */
            associationType?: string;
            entities?: components["schemas"]["IdentityEntities"][];
        };
        IdentityEntities: {
            identityEntity?: {
                /** @example 8d0f2b4c6e1a47539b8d7c6f5e4a3b20 */
                id?: string;
                /** @example Payroll Approver */
                name?: string;
                /** @example ROLE */
                type?: string;
            };
        };
        /** @description A role assignment in short. */
        RoleAssignmentRef: {
            /** @example 3c5e7a9b1d2f40618a9cbedf10324354 */
            id?: string;
            role?: components["schemas"]["BaseReferenceDto"];
            /**
             * Format: date-time
             * @description When it was given.
             * @example 2025-11-03T10:20:30.400Z
             */
            addedDate?: string;
            /**
             * Format: date-time
             * @description When it takes effect; null means at once.
             * @example null
             */
            startDate?: string | null;
            /**
             * Format: date-time
             * @description When it ends.
             * @example 2026-12-31T23:59:59.000Z
             */
            removeDate?: string | null;
        };
        /** @description A role assignment in full. */
        RoleAssignmentDto: components["schemas"]["RoleAssignmentRef"] & {
            /** @example Covers month end */
            comments?: string | null;
            /**
             * @description Where it was given.
             * @example UI
             */
            assignmentSource?: string;
            assigner?: components["schemas"]["Assigner"];
            /** @example [] */
            assignedDimensions?: components["schemas"]["BaseReferenceDto"][];
            assignmentContext?: components["schemas"]["AssignmentContextDto"] | null;
            accountTargets?: components["schemas"]["RoleTargetDto"][];
        };
        /** @description Who gave it; may be blank or the system. */
        Assigner: {
            /** @example IDENTITY */
            type?: ("IDENTITY" | "UNKNOWN") | string;
            /** @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21 */
            id?: string;
            /** @example Tomas Lindqvist */
            name?: string | null;
        };
        AssignmentContextDto: {
            requested?: components["schemas"]["AccessRequestContext"];
            matched?: components["schemas"]["RoleMatchDto"][];
            /**
             * @description A time that is not ISO 8601.
             * @example Tue Nov 04 10:58:42
             */
            computedDate?: string;
        };
        AccessRequestContext: {
            contextAttributes?: components["schemas"]["ContextAttributeDto"][];
        };
        ContextAttributeDto: {
            /** @example location */
            attribute?: string;
            /** @example Lund */
            value?: string | string[];
            /**
             * @default false
             * @example false
             */
            derived?: boolean;
        };
        RoleMatchDto: {
            roleRef?: components["schemas"]["BaseReferenceDto"];
            matchedAttributes?: components["schemas"]["ContextAttributeDto"][];
        };
        RoleTargetDto: {
            source?: components["schemas"]["BaseReferenceDto"];
            accountInfo?: components["schemas"]["AccountInfoDto"];
            role?: components["schemas"]["BaseReferenceDto"];
        };
        AccountInfoDto: {
            /** @example CN=Priya Nadar,DC=corp,DC=example */
            nativeIdentity?: string;
            /** @example p.nadar */
            displayName?: string;
            /** @example {5b2e0c4a-0d1f-4b2c-9a3e-7f6d5c4b3a21} */
            uuid?: string;
        };
        BaseReferenceDto: {
            type?: components["schemas"]["DtoType"];
            /** @example d1f3b5a7c9e04826b4d6f8a0c2e4f607 */
            id?: string;
            /** @example Ledger clerk */
            name?: string;
        };
        /**
         * @description The kinds of object known today. DIMENSION is missing in the vendor's list, but appears in data.
         * @enum {string}
         */
        KnownDtoType: "ACCOUNT_CORRELATION_CONFIG" | "ACCESS_PROFILE" | "ACCESS_REQUEST_APPROVAL" | "ACCOUNT" | "APPLICATION" | "CAMPAIGN" | "CAMPAIGN_FILTER" | "CERTIFICATION" | "CLUSTER" | "CONNECTOR_SCHEMA" | "ENTITLEMENT" | "GOVERNANCE_GROUP" | "IDENTITY" | "IDENTITY_PROFILE" | "IDENTITY_REQUEST" | "MACHINE_IDENTITY" | "LIFECYCLE_STATE" | "PASSWORD_POLICY" | "ROLE" | "RULE" | "SOD_POLICY" | "SOURCE" | "TAG" | "TAG_CATEGORY" | "TASK_RESULT" | "REPORT_RESULT" | "SOD_VIOLATION" | "ACCOUNT_ACTIVITY" | "WORKGROUP" | "DIMENSION";
        /**
         * @description A kind of object. Unknown values can appear.
         * @example ROLE
         */
        DtoType: components["schemas"]["KnownDtoType"] | string;
        /** @enum {string} */
        KnownTaskType: "QUARTZ" | "QPOC" | "QUEUED_TASK";
        /**
         * @description The ends known today. Older documents write mixed case, so compare without case.
         * @enum {string}
         */
        KnownCompletionStatus: "SUCCESS" | "WARNING" | "ERROR" | "TERMINATED" | "TEMPERROR";
        /**
         * @description A background task. Finished when `completed` or `completionStatus` is not null. Real answers hold null in
         *     properties the vendor declares otherwise, so a reader expects null anywhere.
         */
        TaskStatus: {
            /** @example 6f1e2d3c4b5a49788796a5b4c3d2e1f0 */
            id: string;
            /** @example QUARTZ */
            type: components["schemas"]["KnownTaskType"] | string;
            /** @example Invite Identities - 0417 */
            uniqueName: string;
            /** @example Sends registration mail */
            description: string;
            /** @example null */
            parentName: string | null;
            /**
             * @description Who started it.
             * @example tomas.lindqvist
             */
            launcher: string;
            /** @example null */
            target?: components["schemas"]["Target"] | null;
            /**
             * Format: date-time
             * @example 2026-03-04T09:15:27.418Z
             */
            created: string;
            /**
             * Format: date-time
             * @example 2026-03-04T09:15:29.003Z
             */
            modified: string | null;
            /**
             * Format: date-time
             * @example null
             */
            launched: string | null;
            /**
             * Format: date-time
             * @example null
             */
            completed: string | null;
            /** @example null */
            completionStatus: components["schemas"]["KnownCompletionStatus"] | string | null;
            /** @example [] */
            messages: components["schemas"]["TaskStatusMessage"][];
            /** @example [] */
            returns: components["schemas"]["TaskReturnDetails"][];
            /**
             * @example {
             *       "sent": 2
             *     }
             */
            attributes: {
                [key: string]: unknown;
            };
            /**
             * @description What it is doing.
             * @example Mailing
             */
            progress: string | null;
            /**
             * @description Not to be relied on.
             * @example 40
             */
            percentComplete: number;
            taskDefinitionSummary?: components["schemas"]["TaskDefinitionSummary"];
        };
        Target: {
            /** @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d */
            id?: string;
            /** @example IDENTITY */
            type?: ("APPLICATION" | "IDENTITY") | string | null;
            /** @example Priya Nadar */
            name?: string;
        };
        TaskStatusMessage: {
            /** @example WARN */
            type: ("INFO" | "WARN" | "ERROR") | string;
            localizedText: components["schemas"]["LocalizedMessage"] | null;
            /** @example invite_no_email */
            key: string;
            /**
             * @example [
             *       "Priya Nadar"
             *     ]
             */
            parameters: (Record<string, never> | string)[] | null;
        };
        LocalizedMessage: {
            /** @example en-US */
            locale: string;
            /** @example One identity has no e-mail address. */
            message: string;
        };
        TaskReturnDetails: {
            /** @example Mails sent */
            name: string;
            /** @example sent */
            attributeName: string;
        };
        TaskDefinitionSummary: {
            /** @example 0e2c4a6b8d1f43759b7d5f3e1c0a2846 */
            id: string;
            /** @example Invite Identities */
            uniqueName: string;
            /** @example Sends registration mail */
            description: string | null;
            /** @example Mail */
            parentName: string;
            /** @example null */
            executor: string | null;
            /** @example {} */
            arguments: {
                [key: string]: unknown;
            };
        };
        /** @description A reference to a task that was started. */
        TaskResultResponse: {
            /** @example TASK_RESULT */
            type?: string;
            /**
             * @description With or without dashes.
             * @example a3d6b1f0-6c0e-4a57-9d35-1f2b7c8e9d40
             */
            id?: string;
            /**
             * @description Always null in practice.
             * @example null
             */
            name?: string | null;
        };
        /** @enum {string} */
        KnownSyncStatus: "QUEUED" | "IN_PROGRESS" | "SUCCESS" | "ERROR";
        IdentitySyncJob: {
            /** @example c0ffee12-3b4d-4e5f-8a9b-0c1d2e3f4a5b */
            id: string;
            /** @example QUEUED */
            status: components["schemas"]["KnownSyncStatus"] | string;
            payload: components["schemas"]["IdentitySyncPayload"];
        };
        IdentitySyncPayload: {
            /** @example SYNCHRONIZE_IDENTITY_ATTRIBUTES */
            type: string;
            /**
             * @description JSON, as a text.
             * @example {"identityId":"9a1d3c5e7b90426f8d1c2e3f4a5b6c7d"}
             */
            dataJson: string;
        };
        InviteIdentitiesRequest: {
            /**
             * @description Whom to invite; needed unless `uninvited` is true.
             * @example [
             *       "9a1d3c5e7b90426f8d1c2e3f4a5b6c7d"
             *     ]
             */
            ids?: components["schemas"]["PathId"][] | null;
            /**
             * @description Whether to invite everyone who is not registered, at most 1000. Only meaningful when `ids` is empty.
             * @default false
             * @example false
             */
            uninvited?: boolean;
        };
        ProcessIdentitiesRequest: {
            /**
             * @description Whom to process. The vendor does not list it as required, but nothing works without it.
             * @example [
             *       "9a1d3c5e7b90426f8d1c2e3f4a5b6c7d"
             *     ]
             */
            identityIds: components["schemas"]["PathId"][];
        };
        SendAccountVerificationRequest: {
            /**
             * @description Whether the work or the personal address is used. How EMAIL and LINK differ is not documented.
             * @example EMAIL_WORK
             * @enum {string}
             */
            via: "EMAIL_WORK" | "EMAIL_PERSONAL" | "LINK_WORK" | "LINK_PERSONAL";
            /**
             * @description The source whose password is reset; null is the product's own.
             * @example Ledger
             */
            sourceName?: string | null;
        };
        /** @description The tenant's usual error body. */
        ErrorResponseDto: {
            /**
             * @description The status with a finer code.
             * @example 400.1 Bad Request Content
             */
            detailCode?: string;
            /**
             * @description The id to name to the vendor's support.
             * @example 0c4b7d1e9fa84d1db6c2a7e05f3b9821
             */
            trackingId?: string;
            /** @description What is wrong, in one or more languages. */
            messages?: components["schemas"]["ErrorMessageDto"][];
            /**
             * @description Why.
             * @example []
             */
            causes?: components["schemas"]["ErrorMessageDto"][];
        };
        ErrorMessageDto: {
            /**
             * @description The text's language tag.
             * @example en-US
             */
            locale?: string | null;
            localeOrigin?: components["schemas"]["LocaleOrigin"];
            /**
             * @description The text itself.
             * @example The filter names a field that cannot be searched.
             */
            text?: string;
        };
        /** @enum {string} */
        KnownLocaleOrigin: "DEFAULT" | "REQUEST";
        /**
         * @description Whether the language was asked for or is the tenant's own. Unknown values can appear.
         * @example DEFAULT
         */
        LocaleOrigin: components["schemas"]["KnownLocaleOrigin"] | string | null;
        /** @description The body of a 401, and of other refusals made before the operation is reached. */
        GatewayError: {
            /**
             * @description Usually a text; its type is not declared.
             * @example The token has expired.
             */
            error?: unknown;
        };
        RateLimitError: {
            /**
             * @description Usually a text; its type is not declared.
             * @example Rate limit exceeded.
             */
            message?: unknown;
        };
    };
    responses: {
        /**
         * @description The request is malformed or names something unsupported. Where the experimental header is missing, the gateway
         *     answers with its own, shorter body.
         */
        BadRequest: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"] | components["schemas"]["GatewayError"];
            };
        };
        /** @description The token is absent, invalid or expired */
        Unauthorized: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["GatewayError"];
            };
        };
        /** @description The token is good, but the user lacks the right */
        Forbidden: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The object is unknown */
        NotFound: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
        /** @description The rate limit is reached; nothing was done */
        TooManyRequests: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["RateLimitError"];
            };
        };
        /** @description A fault on the tenant's side */
        InternalServerError: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
            };
        };
    };
    parameters: {
        /**
         * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
         * @example true
         */
        Experimental: string;
        /**
         * @description Says that the caller knows this operation may change. Without it the gateway answers 400.
         * @example true
         */
        ExperimentalRequired: string;
        /**
         * @description The most records to answer.
         * @example 250
         */
        Limit: number;
        /**
         * @description How many records to skip, counted from 0.
         * @example 0
         */
        Offset: number;
        /**
         * @description Whether to answer the number of all matching records in the header `X-Total-Count`. It costs time, so ask
         *     once and not on every page.
         * @example true
         */
        Count: boolean;
        /**
         * @description The object's id.
         * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
         */
        Id: components["schemas"]["PathId"];
        /**
         * @description The identity's id.
         * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
         */
        IdentityId: components["schemas"]["PathId"];
    };
    requestBodies: never;
    headers: {
        /**
         * @description The tenant's id of this request, for its support and our log.
         * @example 2f8a1c6e0b9d4e37a5c4d3b2e1f00918
         */
        RequestId: string;
        /**
         * @description The number of all matching records, present when `count=true` was asked.
         * @example 412
         */
        TotalCount: number;
        /**
         * @description Whole seconds to wait before the next request.
         * @example 7
         */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listIdentities: {
        parameters: {
            query?: {
                /**
                 * @description Which identities to answer, in the vendor's filter syntax (see filter-parser.ts).
                 *
                 *     - `id`: eq, in
                 *     - `name`, `alias`, `firstname`, `lastname`, `email`: eq, sw
                 *     - `cloudStatus`, `processingState`, `correlated`, `protected`: eq
                 *
                 *     Any other field or operator is answered with 400.
                 * @example name sw "Pri" or email sw "pri"
                 */
                filters?: string;
                /**
                 * @description The order, as a comma separated list of `name`, `alias` and `cloudStatus`; a leading `-` means descending.
                 * @example name,-cloudStatus
                 */
                sorters?: string;
                /**
                 * @description `CORRELATED_ONLY` adds the condition `correlated eq true`; `NONE` adds nothing, and is needed to see
                 *     uncorrelated identities.
                 * @example NONE
                 */
                defaultFilter?: "CORRELATED_ONLY" | "NONE";
                /**
                 * @description Whether to answer the number of all matching records in the header `X-Total-Count`. It costs time, so ask
                 *     once and not on every page.
                 * @example true
                 */
                count?: components["parameters"]["Count"];
                /**
                 * @description The most records to answer.
                 * @example 250
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many records to skip, counted from 0.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Identities, perhaps none */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    "X-Total-Count": components["headers"]["TotalCount"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"][];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path: {
                /**
                 * @description The object's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The identity */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path: {
                /**
                 * @description The object's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the body is empty */
            204: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The identity still owns something, or is protected */
            400: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityAssociationDetails"] | components["schemas"]["ErrorResponseDto"] | components["schemas"]["GatewayError"];
                };
            };
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getIdentityOwnershipDetails: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path: {
                /**
                 * @description The identity's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What it owns */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityOwnershipAssociationDetails"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getRoleAssignments: {
        parameters: {
            query?: {
                /**
                 * @description Only assignments of the role with this id.
                 * @example d1f3b5a7c9e04826b4d6f8a0c2e4f607
                 */
                roleId?: string;
                /**
                 * @description Only assignments of the role with this name.
                 * @example Ledger clerk
                 */
                roleName?: string;
            };
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path: {
                /**
                 * @description The identity's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role assignments, perhaps none */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": (components["schemas"]["RoleAssignmentRef"] | components["schemas"]["RoleAssignmentDto"])[];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getRoleAssignment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path: {
                /**
                 * @description The identity's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                identityId: components["parameters"]["IdentityId"];
                /**
                 * @description The role assignment's id.
                 * @example 3c5e7a9b1d2f40618a9cbedf10324354
                 */
                assignmentId: components["schemas"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role assignment */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleAssignmentDto"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    resetIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path: {
                /**
                 * @description The object's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the body is empty */
            202: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    sendIdentityVerificationAccountToken: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Says that the caller knows this operation may change. Without it the gateway answers 400.
                 * @example true
                 */
                "X-SailPoint-Experimental": components["parameters"]["ExperimentalRequired"];
            };
            path: {
                /**
                 * @description The object's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendAccountVerificationRequest"];
            };
        };
        responses: {
            /** @description Sent; the body is empty */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    startIdentitiesInvite: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Says that the caller knows this operation may change. Without it the gateway answers 400.
                 * @example true
                 */
                "X-SailPoint-Experimental": components["parameters"]["ExperimentalRequired"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteIdentitiesRequest"];
            };
        };
        responses: {
            /** @description Accepted; the task that sends the mail */
            202: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    startIdentityProcessing: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Says that the caller knows this operation may change. Without it the gateway answers 400.
                 * @example true
                 */
                "X-SailPoint-Experimental": components["parameters"]["ExperimentalRequired"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProcessIdentitiesRequest"];
            };
        };
        responses: {
            /** @description Accepted; a reference to the task */
            202: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskResultResponse"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    synchronizeAttributesForIdentity: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Says that the caller knows this operation may change. Without it the gateway answers 400.
                 * @example true
                 */
                "X-SailPoint-Experimental": components["parameters"]["ExperimentalRequired"];
            };
            path: {
                /**
                 * @description The identity's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                identityId: components["parameters"]["IdentityId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the job */
            202: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentitySyncJob"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getTaskStatus: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Not needed here today, but some editions of the vendor's documents ask for it, so it is always sent.
                 * @example true
                 */
                "X-SailPoint-Experimental"?: components["parameters"]["Experimental"];
            };
            path: {
                /**
                 * @description The object's id.
                 * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
                 */
                id: components["parameters"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            /** @description The user lacks the right; the body is not declared */
            403: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The task is unknown or too old; the body is not declared */
            404: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
