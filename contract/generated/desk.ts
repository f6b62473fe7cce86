// Generated from contract/desk.yaml by `npm run gen:api`. Do not edit.
/* oxlint-disable */

export interface paths {
    "/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, to which tenant, and for how long */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/session/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out here, or everywhere
         * @description Ends the session on the server and revokes its refresh token at the tenant. With entries of this user still open the answer is 409
         *     `open_entries` unless `openEntries` says what is to become of them: `finish` lets them go on until this sign-out (anything not yet
         *     sent then waits for the next sign-in of the same user), `take-back` cancels what has not been sent.
         */
        post: operations["endSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in user's runs, newest first, without their entries */
        get: operations["listRuns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        /** One run with its entries */
        get: operations["getRun"];
        /**
         * Hand over a run; once answered it no longer needs the page
         * @description The same id with the same content answers the stored run; with other content 422 `id_reused`; an id of another user 404. How long
         *     ago something was seen (`ageMs`) is no content: it grows between two tries. An entry for
         *     an object that is in an open entry already: 409 `already_in_run`, naming that run, which only its maker can read. A reset or deletion
         *     without a ticket and a reason: 422 `guard_required`. Everything is checked against the tenant's contract first and stored in one transaction:
         *     a refusal changes nothing.
         */
        put: operations["putRun"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/take-back": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel entries that have not been sent
         * @description Exactly the entries that are still held or queued become cancelled; the others are left as they are. The answer shows for each
         *     which it was. Naming no positions means all entries of the run.
         */
        post: operations["takeBackEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/send-now": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End the hold of entries before its time */
        post: operations["sendEntriesNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/settle": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say how to go on with entries whose outcome could not be established
         * @description Acts on the entries that need the person (state `needs-you`) and leaves the others as they are.
         */
        post: operations["settleEntries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send nothing more of the run until it is resumed
         * @description Acts before the next send. What has left is followed to its end; what is held stays held, and is not sent when its hold ends. What
         *     was never sent is cancelled 24 h after the run was paused (`forgotten`), so that it keeps nobody from its objects for good.
         */
        post: operations["pauseRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a paused run
         * @description A run that was stopped stays stopped.
         */
        post: operations["resumeRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/runs/{runId}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send nothing more of the run, for good
         * @description Everything held or queued becomes cancelled; what has left is followed to its end. The totals always add up to the number of entries.
         */
        post: operations["stopRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries that have ended, newest first, with who acted and their place in the chain of hashes
         * @description One's own; everybody's for people whom the tenant calls ORG_ADMIN at this moment. Who had that level at sign-in is asked about again,
         *     with their own session, at most every 60 s: without it one finds one's own from then on, a 401 ends the session, and while the tenant
         *     cannot be asked there is no answer (502).
         */
        get: operations["listReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/receipts/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as CSV, oldest first, streamed
         * @description UTF-8 with a byte order mark; every cell quoted; a cell that a spreadsheet could take for a formula, and one that begins with an
         *     apostrophe, gets an apostrophe in front. Whose, as for the list. Each line carries its hash and the one before it, so that the file can be verified.
         */
        get: operations["exportReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries over all runs of the signed-in user, newest first */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The signed-in user's saved views, by name */
        get: operations["listViews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{viewId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                viewId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Save a view under a name, or rename it */
        put: operations["putView"];
        post?: never;
        /** Forget a saved view */
        delete: operations["deleteView"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snoozes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work items the signed-in user has set aside, and until when; those whose time has come are left out */
        get: operations["listSnoozes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/snoozes/{workItemId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workItemId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        get?: never;
        /** Set a work item aside until a time; kept here only, the tenant does not know */
        put: operations["putSnooze"];
        post?: never;
        /** Bring a work item back */
        delete: operations["deleteSnooze"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/work-items/{workItemId}/outcome": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who settled a work item through this desk, where its ledger knows
         * @description Answered only to someone who may read the work item at the tenant at this moment; otherwise, and where nothing was done through
         *     this desk, 404.
         */
        get: operations["getOutcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to several people through this desk, by whomever, and how long it holds
         * @description For lists. Whom the asker may not see at the tenant at this moment is left out; so is whom the tenant does not know. Costs one request
         *     at the tenant.
         */
        get: operations["listClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/identities/{identityId}/clocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was done to a person through this desk, by whomever, and how long it holds
         * @description Answered only to someone who may read the identity at the tenant at this moment: its 403 and 404 are passed on. Of the task of
         *     somebody else's run only the state and its times are told.
         */
        get: operations["getClocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The last invitation of each person who was invited by name through this desk, the oldest first
         * @description For sending again. People are as the tenant shows them to the asker at this moment; whom the asker may not see, and who is gone, is
         *     left out of the page. Who may not read people there gets its 403, and no number. Whoever was reached by "everyone uninvited" is not known here: the tenant does not say who that was.
         */
        get: operations["listInvitations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process answers */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The process can do its work; it is neither stopping nor without its store */
        get: operations["getReadiness"];
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
        TenantId: string;
        Session: {
            user: {
                /** @description The identity id. */
                id: string;
                name: string;
                alias?: string | null;
                email?: string | null;
            };
            /** @description User levels as the tenant names them; for hiding what must fail, never as the guard. */
            authorities: string[];
            tenant: {
                id: string;
                name: string;
                /** @description The tenant's own pages. */
                url: string;
                /** @description What the tenant says of itself, shown as it is (for example `sandbox`). */
                environment: string | null;
            };
            /** @description Milliseconds until the session must be renewed by signing in again. */
            endsInMs: number;
        };
        EndSession: {
            /**
             * @description End all sessions of this user.
             * @default false
             */
            everywhere?: boolean;
            /** @enum {unknown} */
            openEntries?: "finish" | "take-back";
        };
        /** @enum {unknown} */
        DecisionOperation: "approveApprovalItem" | "rejectApprovalItem" | "approveApprovalItemsInBulk" | "rejectApprovalItemsInBulk" | "completeWorkItem" | "forwardWorkItem" | "submitAccountSelection";
        /** @enum {unknown} */
        WriteOperation: "approveApprovalItem" | "rejectApprovalItem" | "approveApprovalItemsInBulk" | "rejectApprovalItemsInBulk" | "completeWorkItem" | "forwardWorkItem" | "submitAccountSelection" | "sendIdentityVerificationAccountToken" | "synchronizeAttributesForIdentity" | "resetIdentity" | "deleteIdentity" | "startIdentitiesInvite" | "startIdentityProcessing";
        SeenApprovalItem: {
            id: components["schemas"]["TenantId"];
            state: string | null;
            account?: string | null;
            application?: string | null;
            attribute?: string | null;
            operation?: string | null;
            value?: string | null;
        };
        /** @description The work item as it stood on the person's screen when they pressed. The receipt keeps it, and the server compares it before sending. */
        Seen: {
            /** @description How long before the press the page had read it. */
            ageMs: number;
            name: string | null;
            type?: string | null;
            description?: string | null;
            requesterName?: string | null;
            ownerId?: string | null;
            ownerName?: string | null;
            state: string | null;
            modified: string | null;
            approvalItems: components["schemas"]["SeenApprovalItem"][];
        };
        /** @description A person as the screen showed them, so that a receipt says who was meant. Before a reset or deletion the server compares it. */
        SeenPerson: {
            id: components["schemas"]["TenantId"];
            name: string | null;
            alias: string | null;
            email: string | null;
            /** @description As the tenant writes it, such as `REGISTERED`. */
            status: string | null;
            lifecycleState?: string | null;
            managerName?: string | null;
            isManager?: boolean;
            isProtected?: boolean;
            /** @description User levels, where the page knew them. */
            levels?: string[];
        };
        /** @description The people an action is about, each once, as they stood on the person's screen. */
        SeenPeople: {
            /** @description How long before the press the page had read them. */
            ageMs: number;
            people: components["schemas"]["SeenPerson"][];
            /** @description How many people "everyone uninvited" was said to reach, and the person typed. Required there, absent elsewhere. */
            count?: number | null;
        };
        /** @description What was asked before a step that cannot be undone. Kept in the ledger; the tenant has no field for it. */
        Guard: {
            ticket: string;
            reason: string;
            /** @description What was typed to confirm, where that was asked. */
            typed?: string | null;
        };
        DecisionDraft: {
            /** @enum {unknown} */
            operation: "approveApprovalItem" | "rejectApprovalItem" | "approveApprovalItemsInBulk" | "rejectApprovalItemsInBulk" | "completeWorkItem" | "forwardWorkItem" | "submitAccountSelection";
            workItemId: components["schemas"]["TenantId"];
            approvalItemId?: components["schemas"]["TenantId"];
            /** @description The operation's request body, checked against the tenant's contract; absent where it has none. */
            body?: unknown;
            seen: components["schemas"]["Seen"];
        };
        /** @description An action on one person, who is also the one person of `seen`. */
        PersonActionDraft: {
            /** @enum {unknown} */
            operation: "sendIdentityVerificationAccountToken" | "synchronizeAttributesForIdentity" | "resetIdentity" | "deleteIdentity";
            identityId: components["schemas"]["TenantId"];
            /** @description The operation's request body, checked against the tenant's contract; absent where it has none. */
            body?: unknown;
            seen: components["schemas"]["SeenPeople"];
            /** @description Required for a reset and a deletion, with a ticket and a reason that are not blank. */
            guard?: components["schemas"]["Guard"] | null;
        };
        /**
         * @description An invitation or a processing of up to 250 people: one chunk. The body names the ids, each once; `seen` shows the same people. Inviting
         *     everyone uninvited is `{ "uninvited": true }` with nobody in `seen` and the number the person typed in `seen.count`; the tenant
         *     reaches at most 1,000 of them. They are counted again right before it is sent; more than that number is a conflict.
         */
        PeopleActionDraft: {
            /** @enum {unknown} */
            operation: "startIdentitiesInvite" | "startIdentityProcessing";
            /** @description The operation's request body, checked against the tenant's contract. */
            body: unknown;
            seen: components["schemas"]["SeenPeople"];
            guard?: components["schemas"]["Guard"] | null;
        };
        EntryDraft: components["schemas"]["DecisionDraft"] | components["schemas"]["PersonActionDraft"] | components["schemas"]["PeopleActionDraft"];
        RunDraft: {
            /** @description How long the run can be taken back before its first entry is sent. 0 sends at once. */
            holdMs: number;
            /** @description Kept in the ledger here only; the tenant has no field for it. */
            note?: string | null;
            /** @description Whose list was being worked, when it was not one's own. Kept with the run, so that the receipt says so. */
            forOwner?: components["schemas"]["Person"] | null;
            entries: components["schemas"]["EntryDraft"][];
        };
        /** @enum {unknown} */
        EntryState: "held" | "queued" | "sending" | "verifying" | "needs-you" | "done" | "refused" | "conflict" | "cancelled" | "dismissed";
        /**
         * @description Whether the tenant may have carried out the request.
         * @enum {unknown}
         */
        Sent: "no" | "yes" | "unknown";
        /**
         * @description Why an entry is not done. `kind` of a conflict is changed, decided-elsewhere, gone or expired; before a deletion also owns-things,
         *     has-reports, has-work-items, and unreadable when one of these three could not be read; before everyone uninvited more-people, with
         *     the number in `now`, and uncounted. An entry that was cancelled because nobody came back to it has the code forgotten, and the kind
         *     paused-too-long (its run was paused for 24 h) or sign-in-too-late (24 h after it was held for its person's word, having waited 12 h
         *     for their sign-in). Of a deletion that was accepted while the identity is still there the code is still_there.
         */
        EntryProblem: {
            code: string;
            /** @description The tenant's own words, where it had any. */
            message: string | null;
            status?: number | null;
            detailCode?: string | null;
            trackingId?: string | null;
            kind?: string | null;
            /** @description What was found: a state, a status, or what is owned and how much. */
            now?: string | null;
            /**
             * Format: date-time
             * @description When it came to be so
             */
            at?: string | null;
            /** @description By whom */
            by?: string | null;
        };
        EntryProgress: {
            runId: string;
            /** @description Place in the run */
            position: number;
            body: unknown;
            note: string | null;
            state: components["schemas"]["EntryState"];
            /** @description How often it was sent. */
            attempt: number;
            sent: components["schemas"]["Sent"];
            /** @description Milliseconds left of the hold */
            sendsInMs: number | null;
            canTakeBack: boolean;
            /**
             * @description What a queued entry waits for. `cool-down`: the tenant synchronises one person once in 10 s.
             * @enum {unknown}
             */
            waiting: null | "sign-in" | "rate" | "network" | "earlier-entries" | "cool-down";
            /** @description How long it waits at least, by the server's own clock; null where nobody knows (a sign-in) or nothing is waited for. */
            waitMs: number | null;
            /** @description Done, established by reading again rather than by the tenant's answer. A deletion is never done without. */
            confirmedByReading: boolean;
            trackingId: string | null;
            problem: components["schemas"]["EntryProblem"] | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            sentAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        DecisionEntry: components["schemas"]["EntryProgress"] & {
            /** @constant */
            kind: "decision";
            operation: components["schemas"]["DecisionOperation"];
            workItemId: string;
            approvalItemId: string | null;
            seen: components["schemas"]["Seen"];
        };
        /**
         * @description Done means that the tenant accepted it. A reset is in force then; a synchronisation can be followed no further; inviting and
         *     processing go on in a task.
         */
        ActionEntry: components["schemas"]["EntryProgress"] & {
            /** @constant */
            kind: "action";
            /** @enum {unknown} */
            operation: "sendIdentityVerificationAccountToken" | "synchronizeAttributesForIdentity" | "resetIdentity" | "deleteIdentity" | "startIdentitiesInvite" | "startIdentityProcessing";
            /** @description Null for inviting and processing. */
            identityId: string | null;
            seen: components["schemas"]["SeenPeople"];
            guard: components["schemas"]["Guard"] | null;
            task: components["schemas"]["Task"] | null;
        };
        Entry: components["schemas"]["DecisionEntry"] | components["schemas"]["ActionEntry"];
        /**
         * @description The tenant's background work for an accepted invitation or processing, followed by the server to its end, with nobody looking too.
         *     `following` has not ended; `ended` is an end with a status we do not know; `not-traceable`: it was accepted, and no task can be
         *     read for it; `not-followed`: not ended after a day, no longer asked.
         */
        Task: {
            /** @description Null when the answer named none. */
            id: string | null;
            /** @enum {unknown} */
            state: "following" | "success" | "warning" | "error" | "ended" | "not-traceable" | "not-followed";
            /** @description The completion status in the tenant's own word. */
            status: string | null;
            /** @description For showing only; the tenant may say 100 before the end. */
            percent: number | null;
            /** @description In the tenant's words. */
            progress: string | null;
            messages: {
                /** @description INFO, WARN, ERROR, or a word we do not know. */
                type: string | null;
                text: string;
            }[];
            /** @description The numbers among its attributes, such as `sent`. */
            figures: {
                [key: string]: number;
            };
            /**
             * @description What keeps the server from asking.
             * @enum {unknown}
             */
            waiting: null | "sign-in" | "network";
            /**
             * Format: date-time
             * @description When the tenant accepted it.
             */
            startedAt: string;
            /** Format: date-time */
            checkedAt: string | null;
            /** Format: date-time */
            endedAt: string | null;
        };
        ClockBase: {
            /**
             * Format: date-time
             * @description When it was sent.
             */
            at: string;
            by: components["schemas"]["Person"];
            /**
             * @description Unknown: it was sent, and may have been carried out.
             * @enum {unknown}
             */
            outcome: "done" | "unknown";
        };
        LinkClock: components["schemas"]["ClockBase"] & {
            /**
             * Format: date-time
             * @description Of the link in the mail, as the tenant documents it.
             */
            validUntil: string;
            /** @description What is left of it, by the server's clock; 0 when it has ended. */
            validMs: number;
        };
        /**
         * @description The last of each act on one person that took effect or may have. Null where nothing is known here; it may have been done elsewhere.
         *     A reset ends links sent before it, and a newer mail ends the one before.
         */
        Clocks: {
            identityId: string;
            passwordMail: (components["schemas"]["LinkClock"] & {
                via: string;
                sourceName: string | null;
            }) | null;
            invitation: (components["schemas"]["LinkClock"] & {
                task: components["schemas"]["Task"] | null;
            }) | null;
            reset: components["schemas"]["ClockBase"] | null;
            synchronisation: (components["schemas"]["ClockBase"] & {
                /** @description Until the tenant takes the next one for this person, 10 s after the last. */
                freeInMs: number;
            }) | null;
            processing: (components["schemas"]["ClockBase"] & {
                task: components["schemas"]["Task"] | null;
            }) | null;
            /** @description Acts on the person that have not ended, anybody's. */
            open: {
                operation: components["schemas"]["WriteOperation"];
                state: components["schemas"]["EntryState"];
                by: components["schemas"]["Person"];
                /** Format: date-time */
                since: string;
                /** @description Only one's own. */
                runId: string | null;
            }[];
        };
        Invitation: components["schemas"]["LinkClock"] & {
            person: components["schemas"]["SeenPerson"];
        };
        Receipt: components["schemas"]["Entry"] & {
            actor: components["schemas"]["Person"];
            forOwner: components["schemas"]["Person"] | null;
            /** @description Place in the tenant's chain of receipts. */
            number: number;
            /** @description SHA-256 over the receipt before it and this one, in hexadecimal digits. */
            hash: string;
        };
        Person: {
            id: components["schemas"]["TenantId"];
            name: string;
        };
        RunTotals: {
            held: number;
            queued: number;
            sending: number;
            verifying: number;
            "needs-you": number;
            done: number;
            refused: number;
            conflict: number;
            cancelled: number;
            dismissed: number;
        };
        RunSummary: {
            id: string;
            /** Format: date-time */
            createdAt: string;
            note: string | null;
            forOwner: components["schemas"]["Person"] | null;
            holdMs: number;
            /** @description At least one entry has not ended. */
            open: boolean;
            /** @description How many tasks of its entries are still followed. */
            following: number;
            /** @description How many of the cancelled were so because nobody came back to them. */
            forgotten: number;
            /** @description What its entries do, the most frequent first. */
            acts: {
                operation: components["schemas"]["WriteOperation"];
                count: number;
            }[];
            /** @description The work item or the person it is about, as named on screen; null where it is about several or that had no name. */
            subject: string | null;
            /** @description Nothing more is sent, until it is resumed. */
            paused: boolean;
            /** @description Nothing more is sent, ever. */
            stopped: boolean;
            /**
             * @description What the run as a whole waits for: its maker's sign-in, the tenant's limit of requests, or the tenant.
             * @enum {unknown}
             */
            waiting: null | "sign-in" | "rate" | "network";
            /** @description How long at least; null where nobody knows or nothing is waited for. */
            waitMs: number | null;
            totals: components["schemas"]["RunTotals"];
        };
        Run: components["schemas"]["RunSummary"] & {
            entries: components["schemas"]["Entry"][];
        };
        EntryChoice: {
            positions?: number[];
        };
        Settlement: {
            /** @enum {unknown} */
            act: "check-again" | "send-again" | "dismiss";
            positions?: number[];
        };
        ViewDraft: {
            /** @description One of its kind among the user's views. */
            name: string;
            /** @description The inbox's search parameters, as in its address. */
            query: string;
        };
        View: {
            id: string;
            name: string;
            query: string;
        };
        SnoozeDraft: {
            /**
             * Format: date-time
             * @description In the future
             */
            until: string;
        };
        Snooze: {
            workItemId: string;
            /** Format: date-time */
            until: string;
        };
        Outcome: {
            workItemId: string;
            operation: components["schemas"]["DecisionOperation"];
            /** @description The name of the person. */
            by: string;
            /** Format: date-time */
            at: string;
        };
        Health: {
            /** @enum {unknown} */
            status: "ok" | "stopping" | "store-unavailable";
        };
        DeskError: {
            /** @description For example not_signed_in, forbidden, foreign_request, invalid_request, not_found, id_reused, name_taken, too_many, guard_required, already_in_run, open_entries, run_stopped, not_sent, too_large, rate_limited, tenant_unreachable, tenant_down, tenant_busy. */
            code: string;
            /** @description In plain English */
            message: string;
            sent: components["schemas"]["Sent"];
            detailCode?: string;
            trackingId?: string;
            /** @description The run that is in the way (already_in_run). */
            runId?: string;
            /**
             * Format: date-time
             * @description Since when the tenant has not answered (tenant_down).
             */
            since?: string;
            problems?: {
                field: string;
                message: string;
            }[];
        };
    };
    responses: {
        /** @description No session, or it has ended. */
        NotSignedIn: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeskError"];
            };
        };
        /** @description What went wrong, and whether anything was sent to the tenant. */
        Failure: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["DeskError"];
            };
        };
    };
    parameters: {
        /** @description Made by the page, a random UUID. */
        runId: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    endSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndSession"];
            };
        };
        responses: {
            /** @description Signed out; the cookie is gone. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            409: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    listRuns: {
        parameters: {
            query?: {
                /** @description Only runs with an entry that has not ended (true) or only ended runs (false). */
                open?: boolean;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The runs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RunSummary"][];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    getRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    putRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RunDraft"];
            };
        };
        responses: {
            /** @description The stored run. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            409: components["responses"]["Failure"];
            422: components["responses"]["Failure"];
            503: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    takeBackEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryChoice"];
            };
        };
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    sendEntriesNow: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryChoice"];
            };
        };
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    settleEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Settlement"];
            };
        };
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    pauseRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    resumeRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    stopRun: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                runId: components["parameters"]["runId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The run as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Run"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    listReceipts: {
        parameters: {
            query?: {
                /** @description Only acts of people whose name contains this text or whose id it is. Without the level ORG_ADMIN one finds only one's own. */
                actor?: string;
                /** @description Only about work items whose name, description, requester, owner, accounts, applications or values as shown contain this text; about people whose name, alias or e-mail as shown does; with a ticket that does; or of this id. */
                subject?: string;
                operation?: components["schemas"]["WriteOperation"];
                /** @description Only actions about this person. */
                identityId?: components["schemas"]["TenantId"];
                /** @description How it ended. */
                state?: "done" | "refused" | "conflict" | "cancelled" | "dismissed";
                /** @description Only entries of this run. */
                runId?: components["schemas"]["TenantId"];
                /** @description Only the receipt of this number. */
                number?: number;
                /** @description Ended at this time or later. */
                from?: string;
                /** @description Ended before this time. */
                to?: string;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The receipts. */
            200: {
                headers: {
                    /** @description How many there are in all. */
                    "X-Total-Count"?: number;
                    /** @description Whose receipts these are among: everybody's, or only the asker's own. */
                    "X-Receipt-Scope"?: "all" | "own";
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Receipt"][];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    exportReceipts: {
        parameters: {
            query?: {
                /** @description Only acts of people whose name contains this text or whose id it is. Without the level ORG_ADMIN one finds only one's own. */
                actor?: string;
                /** @description Only about work items whose name, description, requester, owner, accounts, applications or values as shown contain this text; about people whose name, alias or e-mail as shown does; with a ticket that does; or of this id. */
                subject?: string;
                operation?: components["schemas"]["WriteOperation"];
                /** @description Only actions about this person. */
                identityId?: components["schemas"]["TenantId"];
                /** @description How it ended. */
                state?: "done" | "refused" | "conflict" | "cancelled" | "dismissed";
                /** @description Only entries of this run. */
                runId?: components["schemas"]["TenantId"];
                /** @description Ended at this time or later. */
                from?: string;
                /** @description Ended before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    /** @description Whose receipts these are among: everybody's, or only the asker's own. */
                    "X-Receipt-Scope"?: "all" | "own";
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description Only entries that have not ended (true) or only ended ones (false). */
                open?: boolean;
                /** @description Only entries about this work item. */
                workItemId?: components["schemas"]["TenantId"];
                /** @description Only actions about this person, alone or among others. */
                identityId?: components["schemas"]["TenantId"];
                /** @description Only entries whose task is still followed (true) or not (false). */
                following?: boolean;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"][];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    listViews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The views. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    putView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                viewId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewDraft"];
            };
        };
        responses: {
            /** @description The stored view. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            409: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    deleteView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Made by the page, a random UUID. */
                viewId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Forgotten, or not there. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    listSnoozes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The snoozes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snooze"][];
                };
            };
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    putSnooze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workItemId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SnoozeDraft"];
            };
        };
        responses: {
            /** @description The stored snooze. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snooze"];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    deleteSnooze: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workItemId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back, or not set aside. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: components["responses"]["NotSignedIn"];
            default: components["responses"]["Failure"];
        };
    };
    getOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workItemId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The last act on it that took effect. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outcome"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    listClocks: {
        parameters: {
            query: {
                /** @description At most 100 ids, separated by commas. */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clocks of those that can be seen, in no particular order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clocks"][];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    getClocks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: components["schemas"]["TenantId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The clocks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clocks"];
                };
            };
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Failure"];
            404: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description Only those whose link has ended (true) or still holds (false). */
                expired?: boolean;
                limit?: number;
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The invitations. */
            200: {
                headers: {
                    /** @description How many the ledger holds in all, also of those left out. */
                    "X-Total-Count"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"][];
                };
            };
            400: components["responses"]["Failure"];
            401: components["responses"]["NotSignedIn"];
            403: components["responses"]["Failure"];
            default: components["responses"]["Failure"];
        };
    };
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Alive. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Not ready. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
        };
    };
}
