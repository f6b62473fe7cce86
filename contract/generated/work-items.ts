// Generated from contract/work-items.yaml by `npm run gen:api`. Do not edit.
/* oxlint-disable */

export interface paths {
    "/work-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List open work items
         * @deprecated
         * @description Answers the open work items of the caller, or those of `ownerId` when the caller may see them. Finished ones are
         *     under `/work-items/completed`. The order is not documented.
         */
        get: operations["listWorkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List completed work items
         * @deprecated
         * @description Answers the work items that are no longer open, of the caller or of `ownerId`.
         */
        get: operations["getCompletedWorkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count open work items
         * @deprecated
         * @description Answers how many work items are open, of the caller or of `ownerId`. Older documents show an array: a reader
         *     takes the first element of one, and zero from an empty one.
         */
        get: operations["getCountWorkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/completed/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count completed work items
         * @deprecated
         * @description Answers how many work items are completed, of the caller or of `ownerId`. Tenants answer one object or an array
         *     holding it.
         *
         *     Older documents and clients put this operation at `/work-items/count/completed`. A caller that meets a 404 here
         *     tries that path once.
         */
        get: operations["getCountCompletedWorkItems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Summarise work items
         * @deprecated
         * @description Answers the numbers of open, completed and all work items, of the caller or of `ownerId`.
         */
        get: operations["getWorkItemsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one work item
         * @deprecated
         * @description Answers one work item, open or completed. Older documents show an array: a reader takes its first element.
         *     `ownerId` is optional and does no harm; later versions do not have it.
         */
        get: operations["getWorkItem"];
        put?: never;
        /**
         * Complete a work item
         * @deprecated
         * @description Marks the whole work item as done and answers it with state `Finished`. The vendor declares an optional body, a
         *     JSON string or null, without a known use. Countersign sends neither a body nor a Content-Type. There is no
         *     path ending in `/complete`.
         */
        post: operations["completeWorkItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/{id}/forward": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forward a work item
         * @deprecated
         * @description Gives the work item to another owner. The answer is empty. There is no undo: only the new owner or an
         *     administrator can send it back, and the caller may no longer be able to read it. The vendor lists no 404 for
         *     this operation, yet an unknown work item can be named, so a caller expects one.
         */
        post: operations["forwardWorkItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/{id}/approve/{approvalItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve one approval item
         * @deprecated
         * @description Approves one approval item and answers the work item with its new states. No comment can be sent.
         */
        post: operations["approveApprovalItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/{id}/reject/{approvalItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject one approval item
         * @deprecated
         * @description Rejects one approval item and answers the work item with its new states. No reason can be sent.
         */
        post: operations["rejectApprovalItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/bulk-approve/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve all approval items of one work item
         * @deprecated
         * @description Approves every approval item of this one work item and answers the work item. There is no call that spans
         *     several work items.
         */
        post: operations["approveApprovalItemsInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/bulk-reject/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reject all approval items of one work item
         * @deprecated
         * @description Rejects every approval item of this one work item and answers the work item.
         */
        post: operations["rejectApprovalItemsInBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/{id}/submit-account-selection": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Answer an account selection
         * @deprecated
         * @description Sends the accounts chosen in the work item's form: one property per form field, its key the field's `name`, its
         *     value one of the field's allowed values, exactly as the tenant gave it.
         */
        post: operations["submitAccountSelection"];
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
        /** @description Something its owner has to carry out, decide or answer. Nothing in it is promised to be present. */
        WorkItem: {
            /**
             * @description The work item's id.
             * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
             */
            id?: string;
            /**
             * @description The identity that asked for the change.
             * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
             */
            requesterId?: string | null;
            /**
             * @description The requester's display name.
             * @example Priya Nadar
             */
            requesterDisplayName?: string | null;
            /**
             * @description The identity that has to act.
             * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
             */
            ownerId?: string | null;
            /**
             * @description The owner's display name.
             * @example Tomas Lindqvist
             */
            ownerName?: string | null;
            /**
             * Format: date-time
             * @description When it was opened.
             * @example 2026-02-11T08:02:44.120Z
             */
            created?: string;
            /**
             * Format: date-time
             * @description When it last changed.
             * @example 2026-02-12T16:40:03.551Z
             */
            modified?: string | null;
            /**
             * @description What is to be done, in prose.
             * @example Open a Ledger account for Priya Nadar
             */
            description?: string | null;
            state?: components["schemas"]["WorkItemState"];
            type?: components["schemas"]["WorkItemType"];
            /** @description Access to be removed by hand; the work item is completed as a whole. */
            remediationItems?: components["schemas"]["RemediationItemDetails"][] | null;
            /** @description Account changes, each to be approved or rejected. */
            approvalItems?: components["schemas"]["ApprovalItemDetails"][] | null;
            /**
             * @description A short title.
             * @example New Ledger account
             */
            name?: string | null;
            /**
             * Format: date-time
             * @description When it stopped being open.
             * @example null
             */
            completed?: string | null;
            /**
             * Format: int32
             * @description How many items it holds.
             * @example 3
             */
            numItems?: number | null;
            /**
             * @description What went wrong while it was processed.
             * @example []
             */
            errors?: string[] | null;
            /** @description The questions to answer, on form work items. */
            form?: components["schemas"]["FormDetails"] | null;
        };
        /**
         * @description The states known today.
         * @enum {string}
         */
        KnownWorkItemState: "Finished" | "Rejected" | "Returned" | "Expired" | "Pending" | "Canceled";
        /**
         * @description A state; null while nothing was decided. Unknown values can appear, and older tenants write upper case: compare
         *     without case and show an unknown value as text.
         * @example Pending
         */
        WorkItemState: components["schemas"]["KnownWorkItemState"] | string | null;
        /**
         * @description The types known today.
         * @enum {string}
         */
        KnownWorkItemType: "Unknown" | "Generic" | "Certification" | "Remediation" | "Delegation" | "Approval" | "ViolationReview" | "Form" | "PolicyViolation" | "Challenge" | "ImpactAnalysis" | "Signoff" | "Event" | "ManualAction" | "Test";
        /**
         * @description A type. Unknown values can appear, older tenants write upper case, and one version misspells a value
         *     (`PolicyVioloation`): compare without case and show an unknown value as text.
         * @example ManualAction
         */
        WorkItemType: components["schemas"]["KnownWorkItemType"] | string;
        /** @description One attribute change on one account, with a state of its own. */
        ApprovalItemDetails: {
            /**
             * @description The approval item's id.
             * @example e0d2f4a6b8c04e1f93a5c7d9ebfd1022
             */
            id?: string;
            /**
             * @description The account to be changed.
             * @example p.nadar
             */
            account?: string | null;
            /**
             * @description The source's display name.
             * @example Ledger
             */
            application?: string | null;
            /**
             * @description The attribute's name.
             * @example costCentre
             */
            name?: string | null;
            /**
             * @description What happens to the attribute; free text such as add, set, remove or update.
             * @example update
             */
            operation?: string | null;
            /**
             * @description The attribute's value.
             * @example EMEA-114
             */
            value?: string | null;
            state?: components["schemas"]["WorkItemState"];
        };
        /** @description One piece of access to be removed, after a review or a policy decision. It has no state of its own. */
        RemediationItemDetails: {
            /**
             * @description A certification item's id.
             * @example 15c3a7e9b1d84f60a2c4e6f8091b3d5f
             */
            id?: string | null;
            /**
             * @description The identity that loses the access.
             * @example 9a1d3c5e7b90426f8d1c2e3f4a5b6c7d
             */
            targetId?: string | null;
            /**
             * @description The identity's account name.
             * @example priya.nadar
             */
            targetName?: string | null;
            /**
             * @description The identity's display name.
             * @example Priya Nadar
             */
            targetDisplayName?: string | null;
            /**
             * @description The source's display name.
             * @example Ledger
             */
            applicationName?: string | null;
            /**
             * @description The attribute to be changed.
             * @example groups
             */
            attributeName?: string | null;
            /**
             * @description What happens to it.
             * @example Remove
             */
            attributeOperation?: string | null;
            /**
             * @description The value to be removed.
             * @example GL-Posting
             */
            attributeValue?: string | null;
            /**
             * @description The account's id on the source.
             * @example CN=Priya Nadar,OU=Finance,DC=corp,DC=example
             */
            nativeIdentity?: string | null;
        };
        /** @description A form to be filled in, above all the choice among several accounts of one identity. */
        FormDetails: {
            /**
             * @description The form's id.
             * @example null
             */
            id?: string | null;
            /**
             * @description The form's name.
             * @example Ledger account choice
             */
            name?: string | null;
            /**
             * @description The heading.
             * @example Choose an account for Priya Nadar
             */
            title?: string | null;
            /**
             * @description The line below it.
             * @example Two accounts match on Ledger
             */
            subtitle?: string | null;
            /**
             * @description The account name of the identity in question.
             * @example priya.nadar
             */
            targetUser?: string | null;
            /** @description The form's parts, often one for each source. */
            sections?: components["schemas"]["SectionDetails"][] | null;
        };
        /** @description A part of a form. It can hold further sections. */
        SectionDetails: {
            /**
             * @description The section's key.
             * @example select-ledger
             */
            name?: string | null;
            /**
             * @description The section's heading.
             * @example Ledger
             */
            label?: string | null;
            /** @description Sections and fields. What holds `formItems` is a section, anything else a field. */
            formItems?: (components["schemas"]["SectionDetails"] | components["schemas"]["FieldDetails"])[] | null;
        };
        /** @description One question of a form. */
        FieldDetails: {
            /**
             * @description The key of its answer.
             * @example select-ledger
             */
            name?: string | null;
            /**
             * @description The question.
             * @example Account on Ledger
             */
            displayName?: string | null;
            /**
             * @description How it is asked; free text such as select, radio or checkbox.
             * @example select
             */
            displayType?: string | null;
            /**
             * @description Whether it must be answered.
             * @example true
             */
            required?: boolean | null;
            /**
             * @description The choices. The vendor's description is unclear, so an entry can be a text, a pair of label and value, an
             *     object with label and value, or an object with one property (label to value).
             * @example [
             *       {
             *         "label": "p.nadar",
             *         "value": "p.nadar"
             *       }
             *     ]
             */
            allowedValuesList?: unknown[] | null;
            /**
             * @description The present answer; of any type.
             * @example null
             */
            value?: unknown;
        };
        WorkItemsCount: {
            /**
             * @description How many there are.
             * @example 17
             */
            count?: number;
        };
        WorkItemsSummary: {
            /**
             * @description How many are open.
             * @example 17
             */
            open?: number;
            /**
             * @description How many are completed.
             * @example 204
             */
            completed?: number;
            /**
             * @description Both together.
             * @example 221
             */
            total?: number;
        };
        WorkItemForward: {
            /**
             * @description The identity that becomes the owner.
             * @example b2d4f6a8c0e24135967b8d9eaf0c1d2e
             */
            targetOwnerId: components["schemas"]["PathId"];
            /**
             * @description Why it is forwarded; the new owner reads it.
             * @example Ledger moved to your team last month.
             */
            comment: string;
            /**
             * @description Whether the new owner is told by e-mail.
             * @default true
             * @example true
             */
            sendNotifications?: boolean;
        };
        /**
         * @description One property per form field, from the field's name to the chosen value.
         * @example {
         *       "select-ledger": "p.nadar"
         *     }
         */
        AccountSelection: {
            [key: string]: unknown;
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
        /** @description The work item */
        WorkItem: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkItem"];
            };
        };
        /** @description Work items, perhaps none */
        WorkItemList: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                "X-Total-Count": components["headers"]["TotalCount"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["WorkItem"][];
            };
        };
        /** @description The request is malformed or names something unsupported */
        BadRequest: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
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
        /** @description A refusal the vendor does not list, such as an unknown work item */
        OtherRefusal: {
            headers: {
                "SLPT-Request-ID": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponseDto"];
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
         * @description The identity whose work items are meant. Without it, the caller's. Only an administrator may name somebody else.
         * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
         */
        OwnerId: string;
        /**
         * @description The work item's id.
         * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
         */
        WorkItemId: components["schemas"]["PathId"];
        /**
         * @description The id of an approval item of this work item.
         * @example e0d2f4a6b8c04e1f93a5c7d9ebfd1022
         */
        ApprovalItemId: components["schemas"]["PathId"];
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
    listWorkItems: {
        parameters: {
            query?: {
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
                /**
                 * @description Whether to answer the number of all matching records in the header `X-Total-Count`. It costs time, so ask
                 *     once and not on every page.
                 * @example true
                 */
                count?: components["parameters"]["Count"];
                /**
                 * @description The identity whose work items are meant. Without it, the caller's. Only an administrator may name somebody else.
                 * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
                 */
                ownerId?: components["parameters"]["OwnerId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkItemList"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getCompletedWorkItems: {
        parameters: {
            query?: {
                /**
                 * @description The identity whose work items are meant. Without it, the caller's. Only an administrator may name somebody else.
                 * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
                 */
                ownerId?: components["parameters"]["OwnerId"];
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
                /**
                 * @description Whether to answer the number of all matching records in the header `X-Total-Count`. It costs time, so ask
                 *     once and not on every page.
                 * @example true
                 */
                count?: components["parameters"]["Count"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkItemList"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getCountWorkItems: {
        parameters: {
            query?: {
                /**
                 * @description The identity whose work items are meant. Without it, the caller's. Only an administrator may name somebody else.
                 * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
                 */
                ownerId?: components["parameters"]["OwnerId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of open work items */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItemsCount"];
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
    getCountCompletedWorkItems: {
        parameters: {
            query?: {
                /**
                 * @description The identity whose work items are meant. Without it, the caller's. Only an administrator may name somebody else.
                 * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
                 */
                ownerId?: components["parameters"]["OwnerId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The number of completed work items */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItemsCount"] | components["schemas"]["WorkItemsCount"][];
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
    getWorkItemsSummary: {
        parameters: {
            query?: {
                /**
                 * @description The identity whose work items are meant. Without it, the caller's. Only an administrator may name somebody else.
                 * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
                 */
                ownerId?: components["parameters"]["OwnerId"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The three numbers */
            200: {
                headers: {
                    "SLPT-Request-ID": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkItemsSummary"];
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
    getWorkItem: {
        parameters: {
            query?: {
                /**
                 * @description The identity whose work items are meant. Without it, the caller's. Only an administrator may name somebody else.
                 * @example c7e5a3b1908f4d2e9c6b7a8d5f4e3c21
                 */
                ownerId?: components["parameters"]["OwnerId"];
            };
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkItem"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    completeWorkItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
            };
            cookie?: never;
        };
        /** @description Declared by the vendor, without a known use. Countersign sends none. */
        requestBody?: {
            content: {
                "application/json": string | null;
            };
        };
        responses: {
            200: components["responses"]["WorkItem"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    forwardWorkItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkItemForward"];
            };
        };
        responses: {
            /** @description Forwarded; the body is empty */
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
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
            default: components["responses"]["OtherRefusal"];
        };
    };
    approveApprovalItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
                /**
                 * @description The id of an approval item of this work item.
                 * @example e0d2f4a6b8c04e1f93a5c7d9ebfd1022
                 */
                approvalItemId: components["parameters"]["ApprovalItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkItem"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    rejectApprovalItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
                /**
                 * @description The id of an approval item of this work item.
                 * @example e0d2f4a6b8c04e1f93a5c7d9ebfd1022
                 */
                approvalItemId: components["parameters"]["ApprovalItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkItem"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    approveApprovalItemsInBulk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkItem"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    rejectApprovalItemsInBulk: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: components["responses"]["WorkItem"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    submitAccountSelection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The work item's id.
                 * @example 4be0a7a4d1e94b27b5c09d3f5e7a1c22
                 */
                id: components["parameters"]["WorkItemId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSelection"];
            };
        };
        responses: {
            200: components["responses"]["WorkItem"];
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
