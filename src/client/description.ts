/** Types of the API, generated from openapi/leadloop.json: run "npm run openapi". */
export interface paths {
    readonly "/livez": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process lives
         * @description Needs no token and is never refused for load. It checks no dependency.
         */
        readonly get: operations["getLivez"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/problems": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every problem, warning and finding of the API
         * @description The whole catalogue, in English and Chinese. A code keeps its meaning permanently.
         */
        readonly get: operations["getProblems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/problems/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One problem: what it means and what to do
         * @description The `type` of every problem is the address of its entry here. Warnings and findings are found by their codes as well.
         */
        readonly get: operations["getProblemsByCode"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/readyz": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Whether the process can do its work
         * @description Checks every dependency. Answers 503 while one that the process needs is missing.
         */
        readonly get: operations["getReadyz"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/assays": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List assays, corrected ones included
         * @description Assays of lead, oldest first, narrowed by batch. A correction is a record of its own, and its `replacesId` names the assay that it corrects.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getAssays"];
        readonly put?: never;
        /**
         * Record an assay of lead, or correct one
         * @description The lead content of a batch, of the deliveries of a supplier, or of all batteries. Recovery rates use the most exact one. A correction names the assay that it replaces and has the same subject.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postAssays"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/assays/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an assay
         * @description One assay with its subject, method and certificate. A corrected assay stays as it was recorded: the correction names it in `replacesId`.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getAssaysById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List batches
         * @description Battery batches, loads in transit, products and residues of the organisations that the caller may see, oldest first. With `inStock=true` only batches that hold mass are listed.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `batches:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getBatches"];
        readonly put?: never;
        /**
         * Record a batch of batteries, generated or collected
         * @description Creates a batch with the mass on a site of your organisation. The organisation must be active and the site must be its own. A stock near or above the storage limit leads to a warning and does not stop the record.
         *
         *     Scope `batches:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postBatches"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/bulk": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record up to 1 000 batches, each with its own result
         * @description A JSON array or NDJSON of rows `{ "idempotencyKey"?, "batch": { … } }`, each batch as in POST /v1/batches. Every row is judged alone: a refused row does not stop the others. Repeated after a failure, the request records only the missing rows.
         *
         *     Scope `batches:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postBatchesBulk"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/merge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Merge batches of the same kind on one site into a new batch
         * @description Moves the whole mass of 2 to 200 batches into a new one; the old ones hold 0 afterwards. Material, battery kind, risk class, condition and site must be equal.
         *
         *     Scope `batches:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postBatchesMerge"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a batch
         * @description The batch with the mass that it holds now. A batch of another organisation does not exist for you. `ETag` is the number of its corrections: send it as `If-Match` with the next one.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `batches:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getBatchesById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the corrections of a batch, first to last
         * @description Each correction with the values that it replaced, the reason, and what it changed elsewhere. Empty for a batch that was never corrected.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `batches:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getBatchesByIdCorrections"];
        readonly put?: never;
        /**
         * Correct a batch that was recorded wrongly
         * @description States what the batch should have been recorded with: mass and pieces by a counter-entry dated as the batch, the description on the batch itself. The record stays readable with its old values in the corrections. Refused are masses below what has left, descriptions that manifests repeat, and years that are declared. `If-Match` is the number of corrections that you have read.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `batches:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postBatchesByIdCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{id}/dispositions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record a sale, use or disposal of mass of a product, by-product or residue
         * @description Takes the mass out of the batch and out of the books. Lead in a use counts as recovered only with the confirmation of the receiver.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postBatchesByIdDispositions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{id}/movements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the movements of a batch, first to last
         * @description Every movement of mass into and out of the batch, with its evidence. Their sum is the balance.
         *
         *     Scope `batches:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getBatchesByIdMovements"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{id}/split": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Split a part of a batch off into a batch of its own
         * @description Moves mass and pieces of a batch in stock into a new batch of the same kind on the same site. The batch must hold what is split off.
         *
         *     Scope `batches:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postBatchesByIdSplit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/batches/{id}/trace": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Trace a batch back to its sources or forward to its destinations
         * @description Follows movements of mass over all steps, splits and runs. Masses between two batches of other organisations are hidden; `sharePpm` shows the own share. `complete` is false when the trace is longer than the limit.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `batches:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getBatchesByIdTrace"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/books": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Add up the books of the province
         * @description The sum of all accounts, boundary accounts included, is 0 in correct books. Any other value shows a defect of the service.
         *
         *     Scope `books:read`. Roles, and whose records: province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getBooks"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clients": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List clients
         * @description Clients with their roles and scopes, oldest first, without secrets and keys. Revoked clients stay in the list, with `revokedAt`.
         *
         *     Scope `clients:write`. Roles, and whose records: administrator (all).
         */
        readonly get: operations["getClients"];
        readonly put?: never;
        /**
         * Register a client; its secret is shown once
         * @description A machine acts for itself with its roles; an app or handheld acts for the person who logs in. The secret is in this answer alone; a repeated request shows null.
         *
         *     Scope `clients:write`. Roles, and whose records: administrator (all).
         */
        readonly post: operations["postClients"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clients/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a client
         * @description One client with its roles and scopes, without secrets and keys. `revokedAt` says since when its tokens are refused.
         *
         *     Scope `clients:write`. Roles, and whose records: administrator (all).
         */
        readonly get: operations["getClientsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clients/{id}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke a client permanently; its access tokens are refused within 30 seconds
         * @description The client gets no more tokens at once. Every process refuses the access tokens that it has, and those of people who logged in with it, within 30 seconds. Cannot be undone: register a new client where one is needed.
         *
         *     Scope `clients:write`. Roles, and whose records: administrator (all).
         */
        readonly post: operations["postClientsByIdRevocation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/clients/{id}/secret": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a client a new secret; the one before stays valid for the overlap
         * @description Change the secret in the system of the client within `overlapHours`. The new secret is in this answer alone.
         *
         *     Scope `clients:write`. Roles, and whose records: administrator (all).
         */
        readonly post: operations["postClientsByIdSecret"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/codes/{kind}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a code table as of a day
         * @description Codes with their names in Chinese and English, for the fields of requests: a field described as “code of the list packaging” takes a code of `GET /v1/codes/packaging`. Every code has its term of validity, its source and the confidence in it. Without `on` the codes of today are listed.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getCodesByKind"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/corrections/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a correction of any record
         * @description One correction with the values before and after it, the reason, and what it changed elsewhere. `subject` names the record: a batch, a feed, an output, a supply, a disposition or an emission.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `batches:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getCorrectionsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/dispositions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List sales, uses and disposals
         * @description What left recyclers other than by manifest, oldest first. Narrow the list by `batchId`, the batch that the mass left.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getDispositions"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/dispositions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a sale, use or disposal
         * @description One disposition with its receiver, contract and confirmation of use. Its mass has left the books.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getDispositionsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/dispositions/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the corrections of a sale, use or disposal, first to last
         * @description Each correction of a sale, use or disposal with the values that it replaced, the reason, and what it changed elsewhere. Empty when there was none.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getDispositionsByIdCorrections"];
        readonly put?: never;
        /**
         * Correct a sale, use or disposal that was recorded wrongly
         * @description States what really left, to whom, or adds the confirmation of use that the receiver gave later. From then on the lead of a use counts as recovered in the period of the use.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postDispositionsByIdCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/emissions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List emissions of lead
         * @description Lead emitted to air and water, oldest first, narrowed by site. Each record is a known loss of the period in which it occurred.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getEmissions"];
        readonly put?: never;
        /**
         * Record lead emitted to air or water
         * @description Lead that left a recycling site in a measured interval. It counts as a known loss in the recovery rate of the period in which the interval ends.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postEmissions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/emissions/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an emission of lead
         * @description One emission with its outlet and method of measurement. Its lead is a known loss of the recovery rate.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getEmissionsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/emissions/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the corrections of an emission, first to last
         * @description Each correction of an emission with the values that it replaced, the reason, and what it changed elsewhere. Empty when there was none.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getEmissionsByIdCorrections"];
        readonly put?: never;
        /**
         * Correct an emission that was recorded wrongly
         * @description States what was really emitted, or the number of its report. The emission is read with the values that count, and the loss of its period follows.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postEmissionsByIdCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/deliveries": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List deliveries; parked ones wait for a person
         * @description One entry for each message to one partner, with its envelope and receipt. `state=parked` shows what was refused.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangeDeliveries"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/deliveries/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a delivery
         * @description One message to one partner with its envelope, its receipt, and the problem because of which it is parked. A delivery that was sent again is named by `replaces` of the new one.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangeDeliveriesById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/deliveries/{id}/resend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send a parked delivery again, as a new message
         * @description Correct the cause first. The parked delivery becomes `resent`, and a new one replaces it.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `exchange:write`. Roles, and whose records: administrator (all).
         */
        readonly post: operations["postExchangeDeliveriesByIdResend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/keys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the public keys with which this province signs
         * @description Partners verify messages and receipts with these keys. They are public, so no token is needed.
         */
        readonly get: operations["getExchangeKeys"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/manifests/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Compare a manifest with the copies of the other authorities
         * @description Digests of the document here and at every counterpart. They are equal when both hold the same version.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangeManifestsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/messages": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Receive signed messages of partners and return a signed receipt for each
         * @description Partners identify themselves by their signatures, so no token is needed. Messages of one manifest are applied in the order of their versions, each once. A refused message has a receipt with its problem; the answer is 200 nevertheless. A receipt for an envelope that could not be verified is not signed (`alg` is `none`) and says only why; too many of these from one address are answered with 429.
         */
        readonly post: operations["postExchangeMessages"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/number-clashes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List clashes of manifest numbers
         * @description Statements about numbers that cannot both be true: the national system or another province reports a number that another manifest has, or another number for a manifest. `state=open` shows those that wait for a person.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangeNumberClashes"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/number-clashes/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a clash of manifest numbers
         * @description One clash with the statement and what contradicts it. A settled one has remarks on how it was clarified.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangeNumberClashesById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/number-clashes/{id}/settle": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Settle a clash of manifest numbers
         * @description Clarify it first with the authorities that stated the numbers. Settling changes no manifest: it records the remarks, and the alert ends.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `exchange:write`. Roles, and whose records: administrator (all).
         */
        readonly post: operations["postExchangeNumberClashesByIdSettle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/partners": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the partners
         * @description Provinces and the national system with their addresses and keys, all in one answer. How the exchange with each of them goes is in `GET /v1/exchange/status`.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangePartners"];
        readonly put?: never;
        /**
         * Register a partner, or replace its name, address and keys
         * @description Messages go to the partner as soon as it is registered. Registering it again replaces everything: keys that are left out are no longer accepted.
         *
         *     Scope `exchange:write`. Roles, and whose records: administrator (all).
         */
        readonly post: operations["postExchangePartners"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/partners/{code}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a partner
         * @description One partner with its address and the keys that it signs with. A province has its two digits as code, the national system has `national`.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangePartnersByCode"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exchange/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the status of the exchange with each partner
         * @description Messages sent, acknowledged, due and parked for each partner, and whether manifests get national numbers. Parked messages are listed by `GET /v1/exchange/deliveries?state=parked`.
         *
         *     Scope `exchange:read`. Roles, and whose records: province_regulator (all), auditor (all), administrator (all).
         */
        readonly get: operations["getExchangeStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/exports/{kind}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Export the whole register of a kind as a file
         * @description In the form that an import accepts. With `Accept-Language: zh`, column names, states and kinds are in Chinese. `party-steps` and `licence-steps` are the histories of organisations and licences, which cannot be imported. Personal data are included only for an authority with `personal:read` that gives its purpose in the header `Personal-Data-Purpose`. The journal records every export with its purpose.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly get: operations["getExportsByKind"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/flows": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the accepted mass by month, origin and destination
         * @description Made from the journal alone. The period is half-open: `to` is not included. Mass counts in the month of the decision of the receiver.
         *
         *     Scope `oversight:read`. Roles, and whose records: city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all).
         */
        readonly get: operations["getFlows"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/flows/records": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the manifests and journal entries behind a cell of the flow matrix
         * @description Each accepted line with the journal entry that proves it. Their sum is the cell.
         *
         *     Scope `oversight:read`. Roles, and whose records: city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all).
         */
        readonly get: operations["getFlowsRecords"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/imports/licences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register licences from a file
         * @description Each row is a hazardous waste operating licence of a registered organisation; blanks or commas separate waste codes. The file is CSV (UTF-8, GB18030, UTF-16) or XLSX, of which the first visible sheet is read, with the columns of the template in English or Chinese. Rows that are already registered with the same data stay unchanged, so a file may be sent again. Try it with `dryRun=true` first: the report names every fault by sheet, line and column. More than 2000 rows are answered with 202 and run in the background: read the import at `Location`.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postImportsLicences"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/imports/parties": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register organisations from a file
         * @description Each row is an organisation with its unified social credit code, or the reason why it has none. The file is CSV (UTF-8, GB18030, UTF-16) or XLSX, of which the first visible sheet is read, with the columns of the template in English or Chinese. Rows that are already registered with the same data stay unchanged, so a file may be sent again. Try it with `dryRun=true` first: the report names every fault by sheet, line and column. More than 2000 rows are answered with 202 and run in the background: read the import at `Location`.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postImportsParties"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/imports/sites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register sites from a file
         * @description Each row is a site of a registered organisation, named by its code or its id. The file is CSV (UTF-8, GB18030, UTF-16) or XLSX, of which the first visible sheet is read, with the columns of the template in English or Chinese. Rows that are already registered with the same data stay unchanged, so a file may be sent again. Try it with `dryRun=true` first: the report names every fault by sheet, line and column. More than 2000 rows are answered with 202 and run in the background: read the import at `Location`.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postImportsSites"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/imports/vehicles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register vehicles from a file
         * @description Each row is a vehicle of a registered organisation with its transport permit. The file is CSV (UTF-8, GB18030, UTF-16) or XLSX, of which the first visible sheet is read, with the columns of the template in English or Chinese. Rows that are already registered with the same data stay unchanged, so a file may be sent again. Try it with `dryRun=true` first: the report names every fault by sheet, line and column. More than 2000 rows are answered with 202 and run in the background: read the import at `Location`.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postImportsVehicles"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/imports/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Show the progress and result of an import
         * @description An import of more than 2000 rows is answered with 202 and runs in the background. It shows the rows judged so far with their faults, in the language of `Accept-Language`. In mode `rows` its rows are registered 500 at a time; in mode `all` they are registered together at the end. Ask again until `state` is `finished` or `failed`.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly get: operations["getImportsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/imports/{kind}/template": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Download an empty table with one example row
         * @description The columns of a record kind, named in the language of `Accept-Language`. Replace the example row by your own.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly get: operations["getImportsByKindTemplate"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/journal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the sealed journal in its order
         * @description Every entry once, in one order that never changes. To follow it, send `nextAfter` as `after`. Entries of kinds for which the token lacks the scope keep their place and their hashes, so that order and chain can be verified; their content is `withheld`.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `journal:read`. Roles, and whose records: province_regulator (all), auditor (all), national_reader (all).
         */
        readonly get: operations["getJournal"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/journal/subjects/{subject}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the sealed entries of one subject, first to last
         * @description All that happened to one record, such as `batch:<id>`. Here `after` and `nextAfter` are the `number` of an entry among those of its subject, not its index. A subject whose entries the token may not see does not exist for it.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `journal:read`. Roles, and whose records: province_regulator (all), auditor (all), national_reader (all).
         */
        readonly get: operations["getJournalSubjectsBySubject"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List manifests that name the own organisation
         * @description Manifests with all their lines, oldest first. Authorities see all of their area. Narrow the list by state, number, role, provinces or month.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), driver (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), partner_province (crossing).
         */
        readonly get: operations["getManifests"];
        readonly put?: never;
        /**
         * Draft a transfer manifest
         * @description Prepares a manifest for batches on one site of your organisation, which is the consignor. All three organisations must be active, and the batches must hold the mass. A draft reserves nothing: mass moves when the load is handed over. Next step: submit.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifests"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a manifest
         * @description The manifest as it is now. `ETag` is its version: send it as `If-Match` with the next step, and the step is refused when the manifest has changed since.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), driver (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), partner_province (crossing).
         */
        readonly get: operations["getManifestsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/accept": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept the load
         * @description The receiver accepts every line as weighed: `arrived` or `disputed` becomes `accepted`. The accepted mass enters new batches of the receiver (`receivedBatchId`), and a difference to the sent mass is booked as a difference of weighing. The mass counts against the approved scale of the licence; above the scale the step is refused.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdAccept"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/accept-partially": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Accept a part of the load and reject the rest
         * @description The receiver accepts a part of the load and rejects the rest: `arrived` or `disputed` becomes `partially_accepted`. Give every line with its accepted and rejected mass. The accepted mass enters batches of the receiver; the rejected mass stays in transit until the consignor closes the manifest.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdAcceptPartially"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/arrive": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm that the load has arrived
         * @description The receiver confirms that the load has arrived: `in_transit` becomes `arrived`. From this day the receiver has the working days of the law to decide; `confirmationDueOn` shows the last one. No mass moves yet.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdArrive"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/backfill": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Backfill a paper manifest
         * @description The consignor enters a transfer that ran on paper: `offline_paper` becomes `submitted`. Licences are judged on the day on which the transfer was completed. The other steps follow with the times at which they happened. `backfilledLate` shows an entry after the last day.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdBackfill"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/cancel": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Cancel before the load is handed over
         * @description The consignor cancels a manifest before the load is handed over: `draft`, `offline_paper` or `submitted` becomes `cancelled`, which is final. No mass has moved, so the batches are free for another manifest.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdCancel"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close a decided manifest
         * @description The consignor closes a decided manifest: `accepted`, `partially_accepted` or `rejected` becomes `closed`, which is final. For every line of which something was rejected, give the mass that came back; it enters a batch of the consignor (`returnedBatchId`).
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdClose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/depart": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Depart with the load
         * @description The carrier departs with the load: `handed_over` becomes `in_transit`. A registered vehicle needs a valid transport permit. A vehicle that is not registered leads to the warning `vehicle-unregistered` and does not stop the load.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:carry`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), driver (own).
         */
        readonly post: operations["postManifestsByIdDepart"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/dispute": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Dispute the load before deciding
         * @description The receiver states a difference before deciding: `arrived` becomes `disputed`. The time to decide keeps running. Accept, accept partially or reject the load when the difference is settled.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdDispute"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/hand-over": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Hand the load over to the carrier
         * @description The consignor hands the load over to the carrier: `submitted` becomes `handed_over`. The manifest needs its national number, or must run on paper. The mass of every line leaves the batches of the consignor and enters batches in transit. Afterwards the manifest cannot be cancelled.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdHandOver"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the journal entries of a manifest
         * @description Every step with its actor, input and hash, first to last. The hash chains each entry to the one before, so a changed entry shows.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), driver (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), partner_province (crossing).
         */
        readonly get: operations["getManifestsByIdHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/register-paper": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Register that the transfer runs on paper
         * @description The consignor registers that the transfer runs on paper because the system could not be used (Order 23, Art 20): `draft` becomes `offline_paper`. Enter the manifest with the step backfill within the days of the law; `backfillDueOn` shows the last one.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdRegisterPaper"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reject the load
         * @description The receiver rejects the whole load: `arrived` or `disputed` becomes `rejected`. The mass stays in transit until the consignor closes the manifest and records what came back. Without `lines` the masses count as they were sent.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdReject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/manifests/{id}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Submit a draft
         * @description The consignor submits a draft: `draft` becomes `submitted`. The receiver needs a valid licence for the waste code, and the carrier one for transport unless the load is exempt. The national system then issues the number, usually within seconds; read the manifest again until `number` is set. No mass moves yet.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `manifests:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own).
         */
        readonly post: operations["postManifestsByIdSubmit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List organisations
         * @description The register of organisations, oldest first, narrowed by code, name, province or state. It is public to all its readers; contacts are not in it.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getParties"];
        readonly put?: never;
        /**
         * Register an organisation
         * @description Adds an organisation to the register of this province, or a known one of another province. It needs its unified social credit code or the reason why it has no code. With `state: registered` it may not act until it is reviewed and approved.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postParties"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read an organisation
         * @description One organisation of the register with its state. Its sites, licences and vehicles are lists of their own.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getPartiesById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/approve": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Approve an organisation under review; it may act from now on
         * @description `under_review` becomes `active`. From now on the organisation may record batches and take part in manifests.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdApprove"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close an organisation permanently, once it has no unfinished business
         * @description `closed` is final. Unfinished manifests or stock refuse the step, unless `nevertheless` is true and the reason says why.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdClose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/history": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the steps of an organisation, with their reasons
         * @description Every change of the state, first to last. Only the organisation and its authorities may read it.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getPartiesByIdHistory"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/licences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the licences of an organisation
         * @description Licences with their suspensions and revocations. Reasons are shown to the organisation and to its authorities.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getPartiesByIdLicences"];
        readonly put?: never;
        /**
         * Register a licence of an organisation
         * @description Adds a hazardous waste operating licence with its waste codes, term and approved annual scale. Receivers and carriers need a valid one to take steps of manifests.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdLicences"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/licences/{licenceId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a licence of an organisation
         * @description One licence with its waste codes, its term and its suspensions and revocations. Reasons are shown to the organisation and to its authorities. A licence of another organisation is not found here.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getPartiesByIdLicencesByLicenceId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/licences/{licenceId}/reinstate": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reinstate a suspended licence from a day on
         * @description A suspended licence is valid again from `effectiveOn` on, today if left out. The days of the suspension stay uncovered, and the term of the licence does not become longer. The day must not lie before the day of the suspension.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdLicencesByLicenceIdReinstate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/licences/{licenceId}/revoke": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Revoke a licence permanently from a day on
         * @description A valid or suspended licence is revoked from `effectiveOn` on, today if left out. No step undoes it: a new licence must be registered. Steps of manifests that happened before that day stay covered. The organisation reads the reason.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdLicencesByLicenceIdRevoke"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/licences/{licenceId}/suspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Suspend a licence from a day on
         * @description A valid licence is suspended from `effectiveOn` on, today if left out. While it is suspended, it covers no step of a manifest that happens on those days; steps before them stay valid. `reinstate` ends the suspension. The organisation reads the reason.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdLicencesByLicenceIdSuspend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/resume": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Resume a suspended organisation; it may act from now on
         * @description `suspended` becomes `active` again. From now on new batches and manifests are possible.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdResume"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/send-back": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Return an organisation under review, with a reason; submit it again when the fault is corrected
         * @description `under_review` becomes `registered` again. The organisation reads the reason in its history.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdSendBack"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/sites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the sites of an organisation
         * @description Sites of one organisation, oldest first, narrowed by kind. Batches and runs name one of them in `siteId`.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getPartiesByIdSites"];
        readonly put?: never;
        /**
         * Register a site of an organisation
         * @description Adds a place where batches are stored or processed. Its division must be in the home province of the organisation. A storage limit leads to warnings when stock nears it.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdSites"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/submit": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Put a registered organisation under review
         * @description `registered` becomes `under_review`. The organisation may not act yet.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdSubmit"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/suspend": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Suspend an active organisation; it may finish what it began, and starts nothing new until it is resumed
         * @description `active` becomes `suspended`. Loads that are on the way may be finished; new batches and manifests are refused.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdSuspend"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/vehicles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the vehicles of an organisation, one entry for each permit
         * @description Vehicles with the terms of their permits. Only the organisation and its authorities may read them.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getPartiesByIdVehicles"];
        readonly put?: never;
        /**
         * Register a vehicle of an organisation, or a renewed permit of a vehicle
         * @description Adds a vehicle with its transport permit. Register the same plate again when the permit is renewed. Unusual plates lead to warnings and do not stop the registration.
         *
         *     Scope `parties:write`. Roles, and whose records: province_regulator (all), administrator (all).
         */
        readonly post: operations["postPartiesByIdVehicles"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/parties/{id}/vehicles/{vehicleId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a vehicle of an organisation
         * @description One vehicle with the term of its permit, for the organisation and its authorities. A renewed permit is an entry of its own with another id.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getPartiesByIdVehiclesByVehicleId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List people
         * @description People who log in, and people who are only named, such as drivers. A manager sees the people of the own organisation, the province office all of them.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:read`. Roles, and whose records: enterprise_manager (own), auditor (all), administrator (all).
         */
        readonly get: operations["getPeople"];
        readonly put?: never;
        /**
         * Register a person; the initial password is shown once
         * @description With a login name the person can log in and must change the initial password first. Without one the person is only named on records.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:write`. Roles, and whose records: enterprise_manager (own), administrator (all).
         */
        readonly post: operations["postPeople"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a person
         * @description The account with its roles and state, without the password. A person who never logs in has no login name.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:read`. Roles, and whose records: enterprise_manager (own), auditor (all), administrator (all).
         */
        readonly get: operations["getPeopleById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}/block": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Block a person; access tokens are refused within 30 seconds
         * @description The person cannot log in until the block is ended. The reason is recorded in the journal.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:write`. Roles, and whose records: enterprise_manager (own), administrator (all).
         */
        readonly post: operations["postPeopleByIdBlock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}/password": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give a person a new initial password, shown once; all earlier logins end
         * @description For a person who has forgotten the password. The old password is invalid at once.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:write`. Roles, and whose records: enterprise_manager (own), administrator (all).
         */
        readonly post: operations["postPeopleByIdPassword"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}/roles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Change the roles of a person; access tokens with the earlier roles are refused within 30 seconds
         * @description Replaces all roles. The person keeps the login and gets the new roles with the next token.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:write`. Roles, and whose records: enterprise_manager (own), administrator (all).
         */
        readonly post: operations["postPeopleByIdRoles"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}/second-factor-reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reset the second factor of a person; all logins end, and the next login enrols another one
         * @description For a person who has lost the authenticator application and the recovery codes. Another administrator does it; the reason is recorded in the journal.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:write`. Roles, and whose records: enterprise_manager (own), administrator (all).
         */
        readonly post: operations["postPeopleByIdSecondFactorReset"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/people/{id}/unblock": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Unblock a person, who may then log in again
         * @description Ends a block. The password and the roles are as they were before.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `people:write`. Roles, and whose records: enterprise_manager (own), administrator (all).
         */
        readonly post: operations["postPeopleByIdUnblock"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/recovery": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the lead recovery rate of an enterprise in a period, with its terms
         * @description Computed from the records of the period, again with every request. Rates are null while a stock count at either end or a lead content is missing; `findings` says which. Every term can be opened with GET /v1/recovery/records.
         *
         *     Scope `recovery:read`. Roles, and whose records: enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all).
         */
        readonly get: operations["getRecovery"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/recovery/records": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the records behind the terms of a lead recovery rate
         * @description Every record with its mass, lead content and the journal entries that prove it. The lead of the records of a term, with their signs, adds up to the term.
         *
         *     Scope `recovery:read`. Roles, and whose records: enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all).
         */
        readonly get: operations["getRecoveryRecords"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List processing runs
         * @description Runs with their masses, oldest first, narrowed by site or state. Open runs hold mass that is neither batch nor loss yet.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getRuns"];
        readonly put?: never;
        /**
         * Open a processing run
         * @description Opens an account for what goes into a furnace or line and what comes out, on an own site of kind recycler. Feed batches to it, record its outputs, then close it.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postRuns"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a processing run
         * @description The run with the mass that was fed, came out and is still inside. `heldGrams` is 0 once it is closed.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getRunsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs/{id}/close": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close a processing run: the mass inside is carried over or lost
         * @description `carriedGrams` stays as work in progress in a batch of its own; the rest of the mass inside is booked as a loss. A closed run is final.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postRunsByIdClose"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs/{id}/feeds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Feed batches to a processing run
         * @description Moves mass of batches on the site of the run into the run: all lines, or no line. Accepted batteries are in `receivedBatchId` of the lines of a manifest.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postRunsByIdFeeds"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs/{id}/feeds/{feedId}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the corrections of a feed, first to last
         * @description Each correction of a feed with the values that it replaced, the reason, and what it changed elsewhere. Empty when there was none.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getRunsByIdFeedsByFeedIdCorrections"];
        readonly put?: never;
        /**
         * Correct a feed that was recorded wrongly
         * @description States what was really fed. The difference goes back to the batch or comes out of it, dated as the feed. A closed run takes the difference into its loss; what it lacks counts as uptake, up to the limit of the law.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postRunsByIdFeedsByFeedIdCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs/{id}/movements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the feeds and outputs of a processing run
         * @description Every movement of mass into and out of the run, first to last. Uptake and losses are movements as well, with null for the batch.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getRunsByIdMovements"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs/{id}/outputs": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Record products, by-products, intermediates and residues that leave a processing run
         * @description Each output becomes a batch on the site of the run; the answer names the batches in the order of `outputs`. Each of them is read with `GET /v1/batches/{id}`, and `Location` leads to the run. Mass that the run does not hold counts as uptake of oxygen and water, up to the limit of the law.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postRunsByIdOutputs"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/runs/{id}/outputs/{outputId}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the corrections of an output, first to last
         * @description Each correction of an output with the values that it replaced, the reason, and what it changed elsewhere. Empty when there was none.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getRunsByIdOutputsByOutputIdCorrections"];
        readonly put?: never;
        /**
         * Correct an output that was recorded wrongly
         * @description States what really came out. The batch of the output holds the difference, dated as the output, and must still hold what was sold of it or fed again. A closed run takes the difference into its loss, up to the uptake of the law.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postRunsByIdOutputsByOutputIdCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sites": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List sites
         * @description Sites of all organisations in the register, oldest first. Narrow the list by organisation or kind.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getSites"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/sites/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a site
         * @description One site of the register with its organisation, place and storage limits. Sites are public within the register, so every reader of the register sees every site.
         *
         *     Scope `parties:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all), national_reader (all), administrator (all).
         */
        readonly get: operations["getSitesById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock-adjustments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List stock adjustments
         * @description Adjustments of stock to counts, oldest first, narrowed by site, count or state. Authorities see with `aboveLimit=true` those that the law did not leave to one person.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getStockAdjustments"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock-adjustments/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a stock adjustment
         * @description One adjustment with the books and the count of its item and batches, and its reason. It names the proposer and the second person.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getStockAdjustmentsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock-adjustments/{id}/confirm": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Confirm a proposed stock adjustment as its second person
         * @description Books the proposal. The second person belongs to the same organisation and is never the proposer. When the books of the time of the count have changed since, the proposal is refused: reject it and propose what is left.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:confirm`. Roles, and whose records: enterprise_manager (own).
         */
        readonly post: operations["postStockAdjustmentsByIdConfirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock-adjustments/{id}/reject": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reject a proposed stock adjustment
         * @description Ends the proposal without a booking, so that the item can be adjusted again. The proposer may withdraw it the same way.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:confirm`. Roles, and whose records: enterprise_manager (own).
         */
        readonly post: operations["postStockAdjustmentsByIdReject"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock-counts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List stock counts, corrected ones included
         * @description Stock counts, oldest first, narrowed by site or day. A correction is a record of its own, and its `replacesId` names the count that it corrects.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getStockCounts"];
        readonly put?: never;
        /**
         * Record a stock count at the end of a day, or correct one
         * @description The counted stock of a site at the end of a day. A recovery rate needs the counts of the last day before its period and of its last day: batteries, work in progress, own slag and dust. The closing count of a month opens the next. A correction names the count that it replaces.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postStockCounts"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock-counts/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a stock count
         * @description One stock count with the mass and lead of each item. A corrected count stays as it was recorded: the correction names it in `replacesId`.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getStockCountsById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/stock-counts/{id}/adjustments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Adjust the books to a stock count
         * @description Books the difference between count and books of one item, dated as the count: what is missing leaves to the account `adjustment`, what was found comes from it. Name the batches with what was counted of each. Above the limit of law (recycling.adjustment-limit) the answer has `state` proposed, and nothing moves until a second person confirms it. Each item of a count is adjusted once, by its difference at most; a corrected count allows the rest.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postStockCountsByIdAdjustments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/storage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List sites near their storage limits or above them
         * @description The limits of the law by kind of site (HJ 519-2020), or of the site itself where they are stricter. `share=0` lists every site with stock.
         *
         *     Scope `batches:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), collection_point_operator (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getStorage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/supplies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List bought feed and reagents
         * @description What recyclers bought, oldest first, narrowed by site. Each supply names the batch that it became.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getSupplies"];
        readonly put?: never;
        /**
         * Record bought feed or reagents
         * @description Creates a batch of bought feed on an own recycling site. Lead-bearing kinds need an assay, because their lead counts in the recovery rate.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postSupplies"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/supplies/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read a supply of bought feed or reagents
         * @description One supply with its supplier and document. `batchId` is the batch to feed to runs; the lead content is in its assay.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getSuppliesById"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/supplies/{id}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * List the corrections of a supply, first to last
         * @description Each correction of a supply with the values that it replaced, the reason, and what it changed elsewhere. Empty when there was none.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:read`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own), city_regulator (city), province_regulator (all), assessor (all), auditor (all).
         */
        readonly get: operations["getSuppliesByIdCorrections"];
        readonly put?: never;
        /**
         * Correct a supply that was recorded wrongly
         * @description States what was really bought. The batch of the supply holds the difference, dated as its receipt. The supply is read with the values that count.
         *
         *     Personal data is masked; an authority with `personal:read` sees it in clear by stating its purpose in the header `Personal-Data-Purpose`, which the journal keeps.
         *
         *     Scope `recycling:write`. Roles, and whose records: enterprise_operator (own), enterprise_manager (own).
         */
        readonly post: operations["postSuppliesByIdCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Acceptance of a whole load: what the receiver weighed and took, line by line. */
        readonly AcceptLoad: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /** @description Decision on each line (明细): every line of the manifest, each once */
            readonly lines: readonly {
                /** @description `line` of the line in the manifest (联单行号), from 1 */
                readonly line: number;
                /** @description Accepted mass in grams (接受量（克）) */
                readonly acceptedGrams: components["schemas"]["MassGrams"];
                /** @description Batteries that the receiver accepts (接受数量（只）) */
                readonly acceptedPieces: components["schemas"]["Pieces"];
                /** @description Code of the list treatment-methods */
                readonly treatmentMethod: string;
            }[];
            /**
             * @description Codes of the list discrepancy-kinds
             * @default []
             */
            readonly differenceKinds?: readonly string[];
            /**
             * @description Remarks (备注) that the other organisations and the authorities read
             * @default null
             */
            readonly remarks?: string | null;
        };
        /** @description Acceptance of a part of a load: for each line, what was accepted and what went back. */
        readonly AcceptLoadPartially: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /** @description Decision on each line (明细): every line of the manifest, each once */
            readonly lines: readonly {
                /** @description `line` of the line in the manifest (联单行号), from 1 */
                readonly line: number;
                /** @description Accepted mass in grams (接受量（克）) */
                readonly acceptedGrams: components["schemas"]["MassGramsOrNone"];
                /** @description Batteries that the receiver accepts (接受数量（只）) */
                readonly acceptedPieces: components["schemas"]["Pieces"];
                /** @description Refused mass in grams (拒收量（克）) */
                readonly refusedGrams: components["schemas"]["MassGramsOrNone"];
                /** @description Batteries that the receiver refuses (拒收数量（只）) */
                readonly refusedPieces: components["schemas"]["Pieces"];
                /**
                 * @description Code of the list treatment-methods; null where nothing of the line is accepted
                 * @default null
                 */
                readonly treatmentMethod?: string | null;
            }[];
            /**
             * @description Codes of the list discrepancy-kinds
             * @default []
             */
            readonly differenceKinds?: readonly string[];
            /**
             * @description Remarks (备注) that the other organisations and the authorities read
             * @default null
             */
            readonly remarks?: string | null;
        };
        /** @description Person, client or authority that acted. */
        readonly Actor: {
            /** @description Subject of the token: the id of a person or client, or the name of an authority */
            readonly subject: string;
            /** @description Organisation for which it acted; absent for an authority */
            readonly partyId?: string;
            /** @description System that recorded it first: local, national or partner:<province> */
            readonly source: string;
        };
        /** @description Difference between count and books to book, for one item of a stock count. */
        readonly AdjustStock: {
            /** @description Item of the count; all of its lines together are held against the books */
            readonly item: string;
            /** @description Code of the list adjustment-reasons: weighing, moisture, entry, mixed, spill … */
            readonly reasonCode: string;
            /** @description What happened, in words */
            readonly reason: string;
            /** @description The batches in which the difference was found */
            readonly batches: readonly {
                /** @description Batch of the item on the site of the count */
                readonly batchId: components["schemas"]["Id"];
                /** @description Mass that the batch had when it was counted */
                readonly countedGrams: components["schemas"]["MassGramsOrNone"];
                /**
                 * @description Batteries that it had; null when the pieces of the books are right
                 * @default null
                 */
                readonly countedPieces?: components["schemas"]["Pieces"] | null;
            }[];
        };
        /**
         * @description Record that a change affected. Figures that stayed the same are left out; both are empty where the record carries no figure.
         * @example {
         *       "kind": "site",
         *       "id": "0199f2c4-5b1e-7d30-9a44-000000000011",
         *       "state": null,
         *       "before": {
         *         "stockGrams": 1984000
         *       },
         *       "after": {
         *         "stockGrams": 198400
         *       }
         *     }
         */
        readonly AffectedRecord: {
            /** @description Batch kind (批次类型): `battery` batteries, 废铅蓄电池; `transit` in transit, 在途; `process` in processing, 处理中; `product` 产品; `by_product` by-product, 副产品; `residue` 残渣; `other_feed` other feed, 其他投料 */
            readonly kind: components["schemas"]["DependantKind"];
            /** @description Its id; for a recovery rate, `<partyId>/<period>` as GET /v1/recovery takes them */
            readonly id: string;
            /** @description Its state, such as submitted; null where it has none */
            readonly state: string | null;
            /** @description Its figures before the change */
            readonly before: {
                /** @description Mass that a batch, a line of a manifest or a disposition has */
                readonly massGrams?: components["schemas"]["Grams"];
                /** @description Batteries that a batch has */
                readonly pieces?: number;
                /** @description Stock of a site that counts against its storage limit */
                readonly stockGrams?: components["schemas"]["Grams"];
                /** @description Mass fed to a run */
                readonly fedGrams?: components["schemas"]["Grams"];
                /** @description Mass of the outputs of a run */
                readonly yieldedGrams?: components["schemas"]["Grams"];
                /** @description Uptake of a run */
                readonly gainedGrams?: components["schemas"]["Grams"];
                /** @description Loss of a run */
                readonly lostGrams?: components["schemas"]["Grams"];
            };
            /** @description Its figures after the change */
            readonly after: {
                /** @description Mass that a batch, a line of a manifest or a disposition has */
                readonly massGrams?: components["schemas"]["Grams"];
                /** @description Batteries that a batch has */
                readonly pieces?: number;
                /** @description Stock of a site that counts against its storage limit */
                readonly stockGrams?: components["schemas"]["Grams"];
                /** @description Mass fed to a run */
                readonly fedGrams?: components["schemas"]["Grams"];
                /** @description Mass of the outputs of a run */
                readonly yieldedGrams?: components["schemas"]["Grams"];
                /** @description Uptake of a run */
                readonly gainedGrams?: components["schemas"]["Grams"];
                /** @description Loss of a run */
                readonly lostGrams?: components["schemas"]["Grams"];
            };
        };
        /** @description Agreement of the provinces on one manifest: the version and digest here, and those of each counterpart. */
        readonly Agreement: {
            /** @description The manifest */
            readonly manifestId: components["schemas"]["Id"];
            /** @description Version of the copy here */
            readonly version: number;
            /** @description Digest of the copy here */
            readonly digest: string;
            /** @description Authorities that hold a copy */
            readonly counterparts: readonly {
                /** @description Code of the counterpart */
                readonly partner: string;
                /** @description Highest version it has acknowledged or sent */
                readonly version: number | null;
                /** @description Digest of its copy */
                readonly digest: string | null;
                /** @description Messages to be sent to it */
                readonly due: number;
                /** @description Messages to it that wait for a person */
                readonly parked: number;
                /** @description true: same digest; false: another one; pending: it has not confirmed this version */
                readonly agreed: boolean | "pending";
            }[];
        };
        /** @description Proof that the process runs. */
        readonly Alive: {
            /**
             * @description Always true: a dead process does not answer
             * @constant
             */
            readonly alive: true;
        };
        /** @description Arrival of the carrier at the gate of the receiver. */
        readonly ArriveWithLoad: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
        };
        /** @description Result of an analysis of a batch, of the deliveries of a supplier, or declared for all batteries. */
        readonly Assay: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description The recycler */
            readonly partyId: components["schemas"]["Id"];
            /** @description Subject of the assay */
            readonly basis: components["schemas"]["AssayBasis"];
            /** @description Batch that was sampled; null for another basis */
            readonly batchId: components["schemas"]["Id"] | null;
            /** @description Consignor of the batteries that were sampled; null for another basis */
            readonly supplierId: components["schemas"]["Id"] | null;
            /** @description Kind of battery to which a class or a default is limited; null for all kinds */
            readonly batteryKind: components["schemas"]["BatteryKind"] | null;
            /**
             * @description Always lead
             * @constant
             */
            readonly substance: "lead";
            /** @description Lead, parts per million */
            readonly ppm: number;
            /** @description true: of the mass as weighed; false: of the dry mass */
            readonly wetBasis: boolean;
            /** @description Water in the mass as weighed */
            readonly moisturePpm: number;
            /** @description Method or standard */
            readonly method: string;
            /** @description Name of the laboratory that analysed the sample */
            readonly laboratory: string;
            /** @description Number that the laboratory gave its report; null without one */
            readonly certificateNumber: string | null;
            /** @description SHA-256 of the certificate file */
            readonly certificateSha256: string | null;
            /** @description Time of sampling */
            readonly sampledAt: components["schemas"]["InstantUtc"];
            /** @description The assay that this one corrects */
            readonly replacesId: components["schemas"]["Id"] | null;
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Subject of an assay: `batch` the batch `batchId`, 单个批次; `supplier_class` deliveries of `supplierId`, 供货方同类货物; `declared_default` all batteries, as declared, 申报默认值
         * @enum {string}
         */
        readonly AssayBasis: "batch" | "supplier_class" | "declared_default";
        /** @description Page of a list of `Assay`. */
        readonly AssayPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Assay"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description Proof of identity of a client at the token address: `client_secret_basic` its secret, 客户端密钥; `private_key_jwt` an assertion signed with its key, 自有私钥签名的断言; `none` none of its own: the person logs in, 人员登录
         * @enum {string}
         */
        readonly AuthMethod: "client_secret_basic" | "private_key_jwt" | "none";
        /** @description Late entry of a transfer on paper, with the time at which the transfer was completed. */
        readonly BackfillManifest: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /** @description Needed unless it was given with the paper */
            readonly transferCompletedAt?: components["schemas"]["Instant"] | null;
        };
        /**
         * @description Basis points: 10 000 is the whole
         * @example 8000
         */
        readonly BasisPoints: number;
        /** @description Batch of batteries or of materials from them: one kind, at one site, with mass and pieces. */
        readonly Batch: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Organisation that has the batch */
            readonly partyId: components["schemas"]["Id"];
            /** @description Site where the batch is; null while it is on the way or inside a run */
            readonly siteId: components["schemas"]["Id"] | null;
            /** @description Batch kind (批次类型): `battery` batteries, 废铅蓄电池; `transit` in transit, 在途; `process` in processing, 处理中; `product` 产品; `by_product` by-product, 副产品; `residue` 残渣; `other_feed` other feed, 其他投料 */
            readonly kind: components["schemas"]["BatchKind"];
            /** @description Waste code of batteries and residues, otherwise a code of the list materials or a code of the list supply-kinds */
            readonly material: string;
            /** @description Battery kind (电池类型): `starter` 起动型; `traction` 动力型; `stationary` 固定型 */
            readonly batteryKind: components["schemas"]["BatteryKind"] | null;
            /** @description Risk class (风险类别): `I` class I, 第Ⅰ类; `II` class II, 第Ⅱ类 */
            readonly riskClass: components["schemas"]["RiskClass"] | null;
            /** @description Condition (物料状态): `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液 */
            readonly condition: components["schemas"]["BatteryCondition"] | null;
            /** @description Code of the list source-types, or of the list supply-kinds for bought feed; null without a source */
            readonly sourceType: string | null;
            /** @description Person or organisation that delivered them; null when not given */
            readonly supplierName: string | null;
            /** @description Record that proves the batch, such as `manifest:<id>` or `run:<id>`; null for a declaration */
            readonly evidence: string | null;
            /** @description Mass that the batch holds now; 0 when it has been sent or fed */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Batteries that the batch holds now */
            readonly pieces: number;
            /** @description How often it was corrected: see `/v1/batches/{id}/corrections` */
            readonly corrections: number;
            /** @description Time of generation, collection or production */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Kind of a batch: `battery` batteries in stock, 废铅蓄电池; `transit` a load on a vehicle, 在途; `process` the content of a run, 处理中; `product` made by a run, 产品; `by_product` made by a run, 副产品; `residue` made by a run, 残渣; `other_feed` bought feed, or an intermediate to be fed again, 其他投料
         * @enum {string}
         */
        readonly BatchKind: "battery" | "transit" | "process" | "product" | "by_product" | "residue" | "other_feed";
        /** @description Page of the movements of a batch, with its balance. */
        readonly BatchMovements: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Movement"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
            /** @description The batch */
            readonly batchId: components["schemas"]["Id"];
            /** @description Mass that the batch holds now */
            readonly balanceGrams: components["schemas"]["Grams"];
        };
        /** @description Page of a list of `Batch`. */
        readonly BatchPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Batch"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description Condition of batteries: `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液
         * @enum {string}
         */
        readonly BatteryCondition: "whole" | "broken" | "plates" | "paste" | "acid";
        /**
         * @description Use for which batteries are made: `starter` starter batteries, 起动型; `traction` traction batteries, 动力型; `stationary` industrial and storage batteries, 固定型
         * @enum {string}
         */
        readonly BatteryKind: "starter" | "traction" | "stationary";
        /** @description Check of the double entry: the sum of all accounts, and the accounts that deviate. */
        readonly Books: {
            /** @description 0 in correct books */
            readonly sumOfAccountsGrams: number;
            /** @description Accounts below 0; 0 in correct books */
            readonly negativeAccounts: number;
            /** @description Accounts with a balance that differs from the sum of their movements */
            readonly deviatingAccounts: number;
            /** @description How many batches there are, loads in transit and runs included */
            readonly accounts: number;
            /** @description How many postings the books hold, each from one account to another */
            readonly movements: number;
            /** @description Accounts where mass enters or leaves the books */
            readonly boundaries: readonly {
                /** @description Boundary account that has the balance */
                readonly name: components["schemas"]["Boundary"];
                /** @description Its balance; below 0 where more mass left it than entered it */
                readonly massGrams: components["schemas"]["Grams"];
            }[];
        };
        /**
         * @description Boundary account, at which mass enters or leaves the books: `generation` waste arises, 产生; `elsewhere` the books of another province, 外省账目; `supply` bought feed and reagents, 外购物料; `sale` mass leaves by sale or disposal, 销售或处置; `loss` mass lost in a process, 工艺损失; `adjustment` differences of weighing and counting, 计量和盘点差异
         * @enum {string}
         */
        readonly Boundary: "generation" | "elsewhere" | "supply" | "sale" | "loss" | "adjustment";
        /** @description Cancellation of a manifest, with the reason. */
        readonly CancelManifest: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /**
             * @description Why the transfer does not take place (原因)
             * @default null
             */
            readonly reason?: string | null;
        };
        /** @description Reason for a change of a person, such as blocking. */
        readonly ChangePerson: {
            /** @description Reason, recorded in the journal */
            readonly reason: string;
        };
        /** @description New roles of a person, with the reason. */
        readonly ChangeRoles: {
            /** @description Reason, recorded in the journal */
            readonly reason: string;
            /** @description Roles of the person; the table of roles lists what each may do, and on whose records */
            readonly roles: readonly components["schemas"]["Role"][];
            /**
             * @description City (4 digits) or partner province (2 digits) the person acts for, for the roles that need one; GB/T 2260
             * @default null
             */
            readonly division?: string | null;
        };
        /** @description Registered machine or handheld, which gets tokens with its own key or secret. */
        readonly Client: {
            /** @description The client_id */
            readonly id: components["schemas"]["Id"];
            /** @description Name of the system or app */
            readonly name: string;
            /** @description Client kind (客户端类型): `machine` system that acts for itself, 系统客户端; `app` application in which people log in, 人员登录的应用; `handheld` handheld device, 手持终端 */
            readonly kind: components["schemas"]["ClientKind"];
            /** @description Organisation it acts for */
            readonly partyId: components["schemas"]["Id"] | null;
            /** @description City or partner province it acts for */
            readonly division: string | null;
            /** @description What a machine may do; empty for apps and handhelds */
            readonly roles: readonly components["schemas"]["Role"][];
            /** @description Scopes that its tokens may have at most */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /** @description Proof of identity of the client at the token address */
            readonly authMethod: components["schemas"]["AuthMethod"];
            /** @description Addresses to which the browser returns */
            readonly redirectUris: readonly string[];
            /** @description true when every token is bound to a key of the client */
            readonly dpopRequired: boolean;
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
            /** @description Time of the revocation; null while it is valid */
            readonly revokedAt: components["schemas"]["InstantUtc"] | null;
        };
        /**
         * @description Kind of a client: `machine` acts for itself (client credentials), 系统客户端; `app` people log in (authorisation code with PKCE), 应用; `handheld` a person lets it in (device authorisation), 手持终端
         * @enum {string}
         */
        readonly ClientKind: "machine" | "app" | "handheld";
        /** @description Page of a list of `Client`. */
        readonly ClientPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Client"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Client with its secret, which is shown this once. */
        readonly ClientWithSecret: {
            /** @description The client_id */
            readonly id: components["schemas"]["Id"];
            /** @description Name of the system or app */
            readonly name: string;
            /** @description Client kind (客户端类型): `machine` system that acts for itself, 系统客户端; `app` application in which people log in, 人员登录的应用; `handheld` handheld device, 手持终端 */
            readonly kind: components["schemas"]["ClientKind"];
            /** @description Organisation it acts for */
            readonly partyId: components["schemas"]["Id"] | null;
            /** @description City or partner province it acts for */
            readonly division: string | null;
            /** @description What a machine may do; empty for apps and handhelds */
            readonly roles: readonly components["schemas"]["Role"][];
            /** @description Scopes that its tokens may have at most */
            readonly scopes: readonly components["schemas"]["Scope"][];
            /** @description Proof of identity of the client at the token address */
            readonly authMethod: components["schemas"]["AuthMethod"];
            /** @description Addresses to which the browser returns */
            readonly redirectUris: readonly string[];
            /** @description true when every token is bound to a key of the client */
            readonly dpopRequired: boolean;
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
            /** @description Time of the revocation; null while it is valid */
            readonly revokedAt: components["schemas"]["InstantUtc"] | null;
            /** @description The client_secret. Shown once: null when the request is repeated */
            readonly secret: string | null;
        };
        /** @description Closing of a manifest: how the receiver treated each line. */
        readonly CloseManifest: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /** @description What came back of every line of which something was refused */
            readonly lines?: readonly {
                /** @description `line` of the line in the manifest (联单行号), from 1 */
                readonly line: number;
                /** @description Returned mass in grams (退回量（克）) */
                readonly returnedGrams: components["schemas"]["MassGramsOrNone"];
                /** @description Returned pieces (退回数量（只）) */
                readonly returnedPieces: components["schemas"]["Pieces"];
            }[];
            /**
             * @description Remarks (备注) that the other organisations and the authorities read
             * @default null
             */
            readonly remarks?: string | null;
        };
        /** @description Closing of a run, with the mass that is carried over to the next run. */
        readonly CloseRun: {
            /** @description Time of the closing (结束时间) */
            readonly closedAt: components["schemas"]["Instant"];
            /** @description Mass still inside the run; it goes into a batch of work in progress on the site. The rest is a process difference. */
            readonly carriedGrams?: components["schemas"]["MassGramsOrNone"];
        };
        /** @description Entry of a code list, with its names, validity and source. */
        readonly Code: {
            /** @description Value that fields of requests and answers take, such as repair-shop; unique within its list on a day */
            readonly code: string;
            /** @description Name in Chinese */
            readonly zh: string;
            /** @description Name in English, where there is one */
            readonly en: string | null;
            /** @description Further properties: level and parent of a division; category and hazards of a waste code; role, wasteCode and loss of a material; leadBearing and wasteCode of a kind of bought feed; term of a stock item */
            readonly details: {
                readonly [key: string]: unknown;
            };
            /** @description First day on which the code is valid */
            readonly validFrom: string;
            /** @description First day on which the code is no longer valid */
            readonly validTo: string | null;
            /** @description Law, standard or decision that it comes from */
            readonly source: string;
            /** @description How sure the source and the value are */
            readonly confidence: components["schemas"]["Confidence"];
        };
        /** @description Page of a list of `Code`. */
        readonly CodePage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Code"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description Confidence in a row of law and its source: `1` one secondary source, 一个间接来源; `2` two sources, 两个来源; `V` read in the full text, 已核对原文; `C` computed, 计算得出; `I` chosen by this service, 本系统自定; `M-h` unconfirmed, high probability, 未核实，可能性高; `M-m` unconfirmed, medium probability, 未核实，可能性中; `M-l` unconfirmed, low probability, 未核实，可能性低
         * @enum {string}
         */
        readonly Confidence: "1" | "2" | "V" | "C" | "I" | "M-h" | "M-m" | "M-l";
        /** @description Values of a batch that were recorded wrongly; what is left out stays. */
        readonly CorrectBatch: {
            /** @description Why the record was wrong, on one line; it stays with the correction */
            readonly reason: string;
            /** @description Net mass with which the batch should have been recorded */
            readonly massGrams?: components["schemas"]["MassGrams"];
            /** @description Batteries with which the batch should have been recorded */
            readonly pieces?: components["schemas"]["Pieces"];
            /** @description Battery kind (电池类型): `starter` 起动型; `traction` 动力型; `stationary` 固定型 */
            readonly batteryKind?: components["schemas"]["BatteryKind"];
            /** @description Risk class (风险类别): `I` class I, 第Ⅰ类; `II` class II, 第Ⅱ类 */
            readonly riskClass?: components["schemas"]["RiskClass"];
            /** @description Condition (物料状态): `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液 */
            readonly condition?: components["schemas"]["BatteryCondition"];
            /** @description Code of the list source-types, such as repair-shop */
            readonly sourceType?: string;
            /** @description Person or organisation that delivered the batteries (交售方名称) */
            readonly supplierName?: string;
        };
        /** @description Values of a disposition that were wrong, or a confirmation that came later; what is left out stays. */
        readonly CorrectDisposition: {
            /** @description Why the record was wrong, on one line; it stays with the correction */
            readonly reason: string;
            /** @description Mass that really left */
            readonly massGrams?: components["schemas"]["MassGrams"];
            /** @description Organisation that took the mass over (接收方名称) */
            readonly receiverName?: string;
            /** @description Number of the contract under which the mass left */
            readonly contractNumber?: string;
            /** @description The receiver's confirmation of use, also when it comes later; lead in a use counts as recovered from then on */
            readonly confirmationNumber?: string;
        };
        /** @description Values of an emission that were recorded wrongly; what is left out stays. */
        readonly CorrectEmission: {
            /** @description Why the record was wrong, on one line; it stays with the correction */
            readonly reason: string;
            /** @description Lead that was really emitted in the measured interval */
            readonly leadGrams?: components["schemas"]["MassGramsOrNone"];
            /** @description Number that the monitoring body gave its report */
            readonly reportNumber?: string;
        };
        /** @description Mass or pieces of a feed that were recorded wrongly. */
        readonly CorrectFeed: {
            /** @description Why the record was wrong, on one line; it stays with the correction */
            readonly reason: string;
            /** @description Mass that was really fed */
            readonly massGrams?: components["schemas"]["MassGrams"];
            /** @description Batteries that were really fed */
            readonly pieces?: components["schemas"]["Pieces"];
        };
        /** @description Mass of an output that was recorded wrongly. */
        readonly CorrectOutput: {
            /** @description Why the record was wrong, on one line; it stays with the correction */
            readonly reason: string;
            /** @description Mass that really came out of the run */
            readonly massGrams?: components["schemas"]["MassGrams"];
        };
        /** @description Values of a supply that were recorded wrongly; what is left out stays. */
        readonly CorrectSupply: {
            /** @description Why the record was wrong, on one line; it stays with the correction */
            readonly reason: string;
            /** @description Mass that was really received */
            readonly massGrams?: components["schemas"]["MassGrams"];
            /** @description Organisation from which the material was bought (供货方名称) */
            readonly supplierName?: string;
            /** @description Invoice, weighbridge ticket or customs declaration */
            readonly documentNumber?: string;
        };
        /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
        readonly Correction: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Organisation of the record */
            readonly partyId: components["schemas"]["Id"];
            /** @description The corrected record, such as `batch:<id>`, as in the journal */
            readonly subject: string;
            /** @description From 1 for the first correction of the record */
            readonly number: number;
            /** @description Why the record was wrong */
            readonly reason: string;
            /** @description The values that were replaced */
            readonly before: {
                /** @description Mass of the record */
                readonly massGrams?: components["schemas"]["Grams"];
                /** @description Batteries of the record */
                readonly pieces?: number;
                /** @description Battery kind (电池类型): `starter` 起动型; `traction` 动力型; `stationary` 固定型 */
                readonly batteryKind?: components["schemas"]["BatteryKind"] | null;
                /** @description Risk class (风险类别): `I` class I, 第Ⅰ类; `II` class II, 第Ⅱ类 */
                readonly riskClass?: components["schemas"]["RiskClass"] | null;
                /** @description Condition (物料状态): `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液 */
                readonly condition?: components["schemas"]["BatteryCondition"] | null;
                /** @description Code of the list source-types */
                readonly sourceType?: string | null;
                /** @description Person or organisation that delivered the material */
                readonly supplierName?: string | null;
                /** @description Invoice, weighbridge ticket or customs declaration */
                readonly documentNumber?: string | null;
                /** @description Organisation that took the mass over */
                readonly receiverName?: string;
                /** @description Number of the contract under which the mass was sold or used */
                readonly contractNumber?: string | null;
                /** @description Confirmation of use by the receiver */
                readonly confirmationNumber?: string | null;
                /** @description Lead emitted in the measured interval */
                readonly leadGrams?: components["schemas"]["Grams"];
                /** @description Number of the monitoring report */
                readonly reportNumber?: string | null;
            };
            /** @description The values that count now */
            readonly after: {
                /** @description Mass of the record */
                readonly massGrams?: components["schemas"]["Grams"];
                /** @description Batteries of the record */
                readonly pieces?: number;
                /** @description Battery kind (电池类型): `starter` 起动型; `traction` 动力型; `stationary` 固定型 */
                readonly batteryKind?: components["schemas"]["BatteryKind"] | null;
                /** @description Risk class (风险类别): `I` class I, 第Ⅰ类; `II` class II, 第Ⅱ类 */
                readonly riskClass?: components["schemas"]["RiskClass"] | null;
                /** @description Condition (物料状态): `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液 */
                readonly condition?: components["schemas"]["BatteryCondition"] | null;
                /** @description Code of the list source-types */
                readonly sourceType?: string | null;
                /** @description Person or organisation that delivered the material */
                readonly supplierName?: string | null;
                /** @description Invoice, weighbridge ticket or customs declaration */
                readonly documentNumber?: string | null;
                /** @description Organisation that took the mass over */
                readonly receiverName?: string;
                /** @description Number of the contract under which the mass was sold or used */
                readonly contractNumber?: string | null;
                /** @description Confirmation of use by the receiver */
                readonly confirmationNumber?: string | null;
                /** @description Lead emitted in the measured interval */
                readonly leadGrams?: components["schemas"]["Grams"];
                /** @description Number of the monitoring report */
                readonly reportNumber?: string | null;
            };
            /** @description Records that the correction changed, or whose figures must be read again; of each kind at most 200 */
            readonly affected: readonly components["schemas"]["AffectedRecord"][];
            /** @description Subject of the token that corrected */
            readonly actor: string;
            /** @description Time of the correction */
            readonly recordedAt: components["schemas"]["InstantUtc"];
        };
        /** @description Page of a list of `Correction`. */
        readonly CorrectionPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Correction"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Stock count of a site on one day. */
        readonly CountStock: {
            /** @description Own site of kind recycler */
            readonly siteId: components["schemas"]["Id"];
            /** @description Counted at the end of this day: the last day of a month closes it and opens the next */
            readonly countedOn: components["schemas"]["Day"];
            /** @description Person who counted (盘点人) */
            readonly countedBy: string;
            /** @description Empty when there was no stock */
            readonly lines: readonly {
                /** @description Code of the list stock-items: batteries, furnace, paste, slag, dust … */
                readonly item: string;
                /** @description Mass in grams (重量（克）) */
                readonly massGrams: components["schemas"]["MassGramsOrNone"];
                /**
                 * @description Batteries that were counted; null when they were weighed only
                 * @default null
                 */
                readonly pieces?: components["schemas"]["Pieces"] | null;
                /** @description Lead in the counted mass */
                readonly leadPpm: components["schemas"]["Ppm"];
                /**
                 * @description Assay certificate or sampling record
                 * @default null
                 */
                readonly evidence?: string | null;
            }[];
            /**
             * @description The stock count that this one corrects
             * @default null
             */
            readonly replacesId?: components["schemas"]["Id"] | null;
        };
        /**
         * Format: date
         * @description Calendar day, Asia/Shanghai
         * @example 2026-10-05
         */
        readonly Day: string;
        /** @description Decision of the second person about a proposed stock adjustment. */
        readonly DecideStockAdjustment: {
            /** @description What the second person checked and found (复核意见) */
            readonly reason: string;
        };
        /** @description Message to another system: its state, its attempts and the receipt. */
        readonly Delivery: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Receiver of the message: GB/T 2260 code of a province, or national */
            readonly partner: string;
            /** @description Step of the manifest that the message reports */
            readonly kind: components["schemas"]["DeliveryKind"];
            /** @description The manifest */
            readonly manifestId: components["schemas"]["Id"];
            /** @description Version of the manifest that the message carries */
            readonly manifestVersion: number;
            /** @description State of the delivery (投递状态): `due` 待发送; `acknowledged` 已确认; `parked` 待人工处理; `resent` sent again, 已重发 */
            readonly state: components["schemas"]["DeliveryState"];
            /** @description Sendings so far */
            readonly attempts: number;
            /** @description Time of the next sending */
            readonly nextAttemptAt: components["schemas"]["InstantUtc"];
            /** @description applied, already (known), waiting (for an earlier version), refused or conflict; null before the receipt */
            readonly outcome: ("applied" | "already" | "waiting" | "refused" | "conflict") | null;
            /** @description Why the partner refused it */
            readonly problem: {
                /** @description Stable code of the problem */
                readonly code: string;
                /** @description The kind of problem, in English */
                readonly title: string;
                /** @description The case in words, in English */
                readonly detail: string;
            } | null;
            /** @description Digest of the document that the partner holds */
            readonly digest: string | null;
            /** @description The delivery that this one sends again */
            readonly replaces: components["schemas"]["Id"] | null;
            /** @description Time of the step */
            readonly createdAt: components["schemas"]["InstantUtc"];
            /** @description Time of the last sending */
            readonly sentAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the receipt */
            readonly settledAt: components["schemas"]["InstantUtc"] | null;
            /** @description As it was sent */
            readonly envelope: string | null;
            /** @description As it was received */
            readonly receipt: string | null;
        };
        /**
         * @description Type of a message: the step of the manifest that it reports: `manifest.submitted` submitted, 已提交; `manifest.paper_registered` registered on paper, 已登记纸质联单; `manifest.backfilled` entered later from paper, 已补录; `manifest.numbered` numbered, 已编号; `manifest.handed_over` handed over, 已交付; `manifest.departed` departed, 已起运; `manifest.arrived` arrived, 已运抵; `manifest.accepted` accepted, 已接受; `manifest.partially_accepted` partially accepted, 部分接受; `manifest.rejected` rejected, 已拒收; `manifest.disputed` disputed, 差异处理中; `manifest.closed` closed, 已办结; `manifest.cancelled` cancelled, 已作废
         * @enum {string}
         */
        readonly DeliveryKind: "manifest.submitted" | "manifest.paper_registered" | "manifest.backfilled" | "manifest.numbered" | "manifest.handed_over" | "manifest.departed" | "manifest.arrived" | "manifest.accepted" | "manifest.partially_accepted" | "manifest.rejected" | "manifest.disputed" | "manifest.closed" | "manifest.cancelled";
        /** @description Page of a list of `Delivery`. */
        readonly DeliveryPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Delivery"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description State of a delivery: `due` to be sent, 待发送; `acknowledged` applied by the partner, 已确认; `parked` refused, waits for a person, 待人工处理; `resent` sent again as another delivery, 已重发
         * @enum {string}
         */
        readonly DeliveryState: "due" | "acknowledged" | "parked" | "resent";
        /** @description Departure of the carrier with the load: vehicles, driver and route. */
        readonly DepartWithLoad: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /** @description Plate numbers (车牌号) */
            readonly plates: readonly string[];
            /**
             * @description Number of the transport permit 道路运输证 of the vehicles that carry the load
             * @default null
             */
            readonly permitNumber?: string | null;
            /**
             * @description Name of the driver (驾驶人); personal data
             * @default null
             */
            readonly driver?: string | null;
            /** @description Place of departure (运输起点) */
            readonly from: string;
            /**
             * @description Places on the way (经由地)
             * @default null
             */
            readonly via?: string | null;
            /**
             * @description Protections of the vehicle: against rain, leakage or scattering
             * @default []
             */
            readonly protections?: readonly ("rain" | "leakage" | "scattering")[];
        };
        /**
         * @description Kind of a record that a change affected: `party` organisation, 单位; `site` 场所; `licence` 许可证; `vehicle` 车辆; `person` 人员; `client` machine client, 客户端; `batch` 批次; `manifest` 联单; `run` processing run, 处理批次; `supply` 外购原料; `disposition` 去向; `emission` 排放; `stock_count` stock count, 盘点; `recovery_rate` recovery rate of a period, 某期铅回收率
         * @enum {string}
         */
        readonly DependantKind: "party" | "site" | "licence" | "vehicle" | "person" | "client" | "batch" | "manifest" | "run" | "supply" | "disposition" | "emission" | "stock_count" | "recovery_rate";
        /** @description Removal of mass from a batch: sold, used or disposed of, with its evidence. */
        readonly DisposeOfBatch: {
            /** @description Kind of disposition (去向类型): `sale` 销售; `use` 综合利用; `disposal` 处置 */
            readonly kind: components["schemas"]["DispositionKind"];
            /** @description Mass in grams (重量（克）) */
            readonly massGrams: components["schemas"]["MassGrams"];
            /** @description Organisation that takes the mass over (接收方名称) */
            readonly receiverName: string;
            /**
             * @description Number of the contract; required for a sale or use
             * @default null
             */
            readonly contractNumber?: string | null;
            /**
             * @description The receiver's confirmation of use; lead in a use counts as recovered only with it
             * @default null
             */
            readonly confirmationNumber?: string | null;
            /** @description Time of the event (发生时间) */
            readonly occurredAt: components["schemas"]["Instant"];
        };
        /** @description Recorded removal of mass from a batch, with its receiver and evidence. */
        readonly Disposition: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description The recycler */
            readonly partyId: components["schemas"]["Id"];
            /** @description Batch that the mass left */
            readonly batchId: components["schemas"]["Id"];
            /** @description How the mass left */
            readonly kind: components["schemas"]["DispositionKind"];
            /** @description Mass that left */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Organisation that took the mass over */
            readonly receiverName: string;
            /** @description Number of the contract of a sale or use; null for a disposal without one */
            readonly contractNumber: string | null;
            /** @description Confirmation of use by the receiver */
            readonly confirmationNumber: string | null;
            /** @description Time of the disposition */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
            /** @description How often it was corrected; its values are those that count */
            readonly corrections: number;
        };
        /**
         * @description Way in which mass left a recycler: `sale` sale of a product, 销售; `use` use of a by-product or residue by the receiver, 综合利用; `disposal` disposal of a by-product or residue without use, 处置
         * @enum {string}
         */
        readonly DispositionKind: "sale" | "use" | "disposal";
        /** @description Page of a list of `Disposition`. */
        readonly DispositionPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Disposition"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Dispute of the receiver about a load that arrived, with the kinds of difference. */
        readonly DisputeLoad: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /**
             * @description Codes of the list discrepancy-kinds
             * @default []
             */
            readonly differenceKinds?: readonly string[];
            /**
             * @description Remarks (备注) that the other organisations and the authorities read
             * @default null
             */
            readonly remarks?: string | null;
        };
        /**
         * @description GB/T 2260 code of 2, 4 or 6 digits
         * @example 450100
         */
        readonly DivisionCode: string;
        /** @description Draft of a manifest: consignor site, carrier, receiver and the lines of the load. */
        readonly DraftManifest: {
            /** @description Registered organisation that carries the load */
            readonly carrierId: components["schemas"]["Id"];
            /** @description Registered organisation with a valid licence for the waste code */
            readonly receiverId: components["schemas"]["Id"];
            /** @description Own site where the batches are */
            readonly consignorSiteId: components["schemas"]["Id"];
            /**
             * @description A registered site of the receiver
             * @default null
             */
            readonly receiverSiteId?: components["schemas"]["Id"] | null;
            /**
             * @description The site of a receiver of another province, when it is not registered here
             * @default null
             */
            readonly receiverSite?: {
                /** @description Site name (接受场所名称) */
                readonly name: string;
                /**
                 * @description GB/T 2260 code of the city (4 digits) or county (6)
                 * @example 450100
                 */
                readonly divisionCode: components["schemas"]["DivisionCode"];
                /**
                 * @description Street and house number of the site (接受场所地址)
                 * @default null
                 */
                readonly address?: string | null;
            } | null;
            /** @description Batches to send (明细), of one waste code; each batch becomes a line */
            readonly lines: readonly {
                /** @description Battery batch on the site of the consignor */
                readonly batchId: components["schemas"]["Id"];
                /** @description Mass to send, at most what the batch holds */
                readonly massGrams: components["schemas"]["MassGrams"];
                /** @description Number of pieces (数量（只）) */
                readonly pieces: components["schemas"]["Pieces"];
                /** @description Code of the list packaging */
                readonly packaging: string;
                /** @description Number of packages (包装数量（件）) */
                readonly packages: components["schemas"]["Pieces"];
            }[];
        };
        /** @description Recorded emission of lead to air or water from a site. */
        readonly Emission: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description The recycler */
            readonly partyId: components["schemas"]["Id"];
            /** @description Site of the recycler that has the outlet */
            readonly siteId: components["schemas"]["Id"];
            /** @description Medium that the lead entered */
            readonly medium: components["schemas"]["EmissionMedium"];
            /** @description Lead emitted in the measured interval */
            readonly leadGrams: components["schemas"]["Grams"];
            /** @description CEMS, or manual monitoring times flow */
            readonly method: string;
            /** @description Number of the outlet */
            readonly monitoringPoint: string;
            /** @description Number of the monitoring report */
            readonly reportNumber: string | null;
            /** @description End of the measured interval */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
            /** @description How often it was corrected; its values are those that count */
            readonly corrections: number;
        };
        /**
         * @description Medium that an emission enters: `air` 废气; `water` 废水
         * @enum {string}
         */
        readonly EmissionMedium: "air" | "water";
        /** @description Page of a list of `Emission`. */
        readonly EmissionPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Emission"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Signed messages of another system, at most as many as one request may hold. */
        readonly Envelopes: {
            /** @description Compact JWS (RFC 7515) of messages, ES256, in the order in which they are to be applied */
            readonly envelopes: readonly string[];
        };
        /** @description State of the exchange with the national system and each partner. */
        readonly ExchangeStatus: {
            /** @description GB/T 2260 code of this province */
            readonly code: string;
            /**
             * @description registered: it issues the numbers; sandbox: its numbers have no legal effect; missing: no manifest gets a number, also while a sandbox is stopped
             * @enum {string}
             */
            readonly nationalSystem: "registered" | "sandbox" | "missing";
            /** @description Each partner */
            readonly partners: readonly components["schemas"]["PartnerStatus"][];
            /** @description Received messages by outcome */
            readonly received: {
                /** @description Messages whose step was recorded here */
                readonly applied: number;
                /** @description Known already */
                readonly already: number;
                /** @description Waiting for an earlier version */
                readonly waiting: number;
                /** @description Refused with a problem */
                readonly refused: number;
                /** @description In conflict with the copy here */
                readonly conflict: number;
            };
            /** @description Numbers issued by the national system that their manifests have not taken yet */
            readonly numbersWaiting: number;
            /** @description Statements about numbers that contradict each other and wait for a person */
            readonly numberClashes: number;
        };
        /** @description Batches that are fed into a run, with the mass of each. */
        readonly FeedRun: {
            /** @description Time of the feed (投料时间) */
            readonly fedAt: components["schemas"]["Instant"];
            /** @description All lines are fed, or none */
            readonly lines: readonly {
                /** @description Batteries, bought feed, intermediates, residues or products on the site of the run */
                readonly batchId: components["schemas"]["Id"];
                /** @description Mass in grams (重量（克）) */
                readonly massGrams: components["schemas"]["MassGrams"];
                /**
                 * @description Number of batteries; 0 for everything else
                 * @default 0
                 */
                readonly pieces?: components["schemas"]["Pieces"];
            }[];
        };
        /**
         * @description Code of a finding about a recovery rate: `RATE_ABOVE_100` Rate above 100 %, 回收率超过 100%; `UNACCOUNTED_NEGATIVE` More lead than the balance allows, 铅平衡不成立; `UNACCOUNTED_BELOW_ZERO` Slightly more lead than was available, 铅略多于可用量; `UNACCOUNTED_SHARE_HIGH` Unaccounted lead above its limit, 未平衡份额超限; `OTHER_FEED_SHARE_HIGH` Much feed other than batteries, 电池以外原料份额超限; `ASSUMED_ASSAY` Lead content assumed, 含铅量为假定值; `ASSAY_MISSING` Assay missing, 缺少检测结果; `BATTERY_ASSAY_MISSING` Lead content of batteries missing, 缺少电池含铅量; `STOCK_COUNT_MISSING` Stock count missing, 缺少盘点记录; `NOTHING_PROCESSED` Nothing processed, 评价期内无处理量; `STOCK_ADJUSTED` Stock adjusted to counts, 库存已按盘点调整; `LINES_NOT_COUNTED` Batteries not counted, 未计入的电池
         * @enum {string}
         */
        readonly FindingCode: "RATE_ABOVE_100" | "UNACCOUNTED_NEGATIVE" | "UNACCOUNTED_BELOW_ZERO" | "UNACCOUNTED_SHARE_HIGH" | "OTHER_FEED_SHARE_HIGH" | "ASSUMED_ASSAY" | "ASSAY_MISSING" | "BATTERY_ASSAY_MISSING" | "STOCK_COUNT_MISSING" | "NOTHING_PROCESSED" | "STOCK_ADJUSTED" | "LINES_NOT_COUNTED";
        /**
         * @description A yes or no in an address: `true` yes; `false` no
         * @enum {string}
         */
        readonly Flag: "true" | "false";
        /** @description Mass that moved from one area to another in one month. */
        readonly Flow: {
            /** @description Month of the acceptance, YYYY-MM */
            readonly month: string;
            /** @description GB/T 2260 code: province (2 digits) or city (4); 4500 when the city is not named */
            readonly from: string;
            /** @description Name of the place of origin */
            readonly fromName: string | null;
            /** @description GB/T 2260 code of the place of destination, as `from` */
            readonly to: string;
            /** @description Name of the place of destination */
            readonly toName: string | null;
            /** @description Accepted by the receivers, whole grams */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Accepted batteries */
            readonly pieces: number;
            /** @description How many manifests the mass came with */
            readonly manifests: number;
        };
        /**
         * @description Level at which places are distinguished: `province` provinces, 2 digits, 省级; `city` cities, 4 digits, 市级
         * @enum {string}
         */
        readonly FlowLevel: "province" | "city";
        /** @description One accepted manifest line, from which the flows are summed. */
        readonly FlowRecord: {
            /** @description The manifest */
            readonly manifestId: components["schemas"]["Id"];
            /** @description Line of the manifest */
            readonly line: number;
            /** @description The entry of /v1/journal that proves it */
            readonly journalIndex: number;
            /** @description Month of the acceptance */
            readonly month: string;
            /** @description Province of origin */
            readonly fromProvince: string;
            /** @description City of origin */
            readonly fromCity: string;
            /** @description Province of destination */
            readonly toProvince: string;
            /** @description City of destination */
            readonly toCity: string;
            /** @description Waste code of the load */
            readonly wasteCode: string;
            /** @description Kind of battery; null when the line names none */
            readonly batteryKind: components["schemas"]["ManifestBatteryKind"] | null;
            /** @description Accepted mass */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Accepted batteries */
            readonly pieces: number;
            /** @description Time of the decision */
            readonly acceptedAt: components["schemas"]["InstantUtc"];
        };
        /** @description Page of a list of `FlowRecord`. */
        readonly FlowRecordPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["FlowRecord"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Flows between areas, at the level of provinces or cities. */
        readonly Flows: {
            /** @description Level of places (统计层级): `province` 省; `city` 市 */
            readonly level: components["schemas"]["FlowLevel"];
            /** @description false when there are more cells than are shown: choose fewer months */
            readonly complete: boolean;
            /** @description Cells of the matrix, by month and places */
            readonly items: readonly components["schemas"]["Flow"][];
        };
        /** @description Exact fraction in lowest terms; limits are compared with it and not with the rounded value */
        readonly Fraction: {
            /** @description Numerator, an integer of any length, so written as text */
            readonly numerator: string;
            /** @description Denominator, as the numerator */
            readonly denominator: string;
            /** @description Per cent, half to even to 0.01 (GB/T 8170) */
            readonly percent: string;
            /** @description Share of one, half to even to 0.00001 */
            readonly share: string;
        };
        /** @description Request without members: the service makes the new password. */
        readonly GivePassword: Record<string, never>;
        /**
         * @description Whole grams
         * @example 198400
         */
        readonly Grams: number;
        /** @description Handover of the load from the consignor to the carrier. */
        readonly HandOverLoad: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
        };
        /**
         * Format: uuid
         * @description UUID; the service makes UUIDv7
         * @example 01990000-0000-7000-8000-000000000001
         */
        readonly Id: string;
        /** @description Import of many rows, which runs in the background: its state, and its report so far. */
        readonly Import: {
            /** @description The import */
            readonly id: components["schemas"]["Id"];
            /** @description State of the import */
            readonly state: components["schemas"]["ImportState"];
            /** @description Rows judged so far, of all rows */
            readonly progress: {
                /** @description Rows of the file */
                readonly rows: number;
                /** @description Rows with an outcome */
                readonly judged: number;
            };
            /** @description Instant at which the file was taken */
            readonly createdAt: components["schemas"]["InstantUtc"];
            /** @description Instant of the end; null before it */
            readonly finishedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Record kind of the file */
            readonly kind: components["schemas"]["RecordKind"];
            /** @description The sheet that was read, the first visible one; null for a CSV file */
            readonly sheet: string | null;
            /** @description true if nothing was to be written */
            readonly dryRun: boolean;
            /** @description Mode of the request */
            readonly mode: components["schemas"]["ImportMode"];
            /** @description true if the rows with outcome `registered` were written */
            readonly applied: boolean;
            /** @description Numbers of rows by outcome */
            readonly counts: {
                /** @description All rows */
                readonly rows: number;
                /** @description New records */
                readonly registered: number;
                /** @description Records that were known with the same data */
                readonly unchanged: number;
                /** @description Rows with a fault */
                readonly refused: number;
            };
            /** @description Number of faults, also of those that are not shown */
            readonly faultsTotal: number;
            /** @description The first 5000 faults, in the order of lines */
            readonly faults: readonly components["schemas"]["RowFault"][];
            /** @description All rows, in the order of the file */
            readonly rows: readonly {
                /** @description Line of the file */
                readonly line: number;
                /** @description Outcome of the row; for a refused one see `faults` */
                readonly outcome: components["schemas"]["RowOutcome"];
                /** @description The record; null for a refused row, and for a new one that was not written */
                readonly id: components["schemas"]["Id"] | null;
            }[];
        };
        /**
         * @description Rows that an import registers: `all` every row, or none when one is refused; `rows` the valid rows, even if others are refused
         * @enum {string}
         */
        readonly ImportMode: "all" | "rows";
        /**
         * @description Result of an import: counts, faults by row, and the rows that were recorded.
         * @example {
         *       "kind": "parties",
         *       "sheet": null,
         *       "dryRun": false,
         *       "mode": "rows",
         *       "applied": true,
         *       "counts": {
         *         "rows": 2,
         *         "registered": 1,
         *         "unchanged": 0,
         *         "refused": 1
         *       },
         *       "faultsTotal": 1,
         *       "faults": [
         *         {
         *           "sheet": null,
         *           "line": 3,
         *           "column": 3,
         *           "letters": "C",
         *           "name": "单位名称",
         *           "field": "name",
         *           "rule": "invalid_type",
         *           "detail": "缺少必填项“单位名称”列。",
         *           "remedy": "请填写 1 至 200 个字符的文字。"
         *         }
         *       ],
         *       "rows": [
         *         {
         *           "line": 2,
         *           "outcome": "registered",
         *           "id": "0199f2c4-5b1e-7d30-9a44-000000000001"
         *         },
         *         {
         *           "line": 3,
         *           "outcome": "refused",
         *           "id": null
         *         }
         *       ]
         *     }
         */
        readonly ImportReport: {
            /** @description Record kind of the file */
            readonly kind: components["schemas"]["RecordKind"];
            /** @description The sheet that was read, the first visible one; null for a CSV file */
            readonly sheet: string | null;
            /** @description true if nothing was to be written */
            readonly dryRun: boolean;
            /** @description Mode of the request */
            readonly mode: components["schemas"]["ImportMode"];
            /** @description true if the rows with outcome `registered` were written */
            readonly applied: boolean;
            /** @description Numbers of rows by outcome */
            readonly counts: {
                /** @description All rows */
                readonly rows: number;
                /** @description New records */
                readonly registered: number;
                /** @description Records that were known with the same data */
                readonly unchanged: number;
                /** @description Rows with a fault */
                readonly refused: number;
            };
            /** @description Number of faults, also of those that are not shown */
            readonly faultsTotal: number;
            /** @description The first 5000 faults, in the order of lines */
            readonly faults: readonly components["schemas"]["RowFault"][];
            /** @description All rows, in the order of the file */
            readonly rows: readonly {
                /** @description Line of the file */
                readonly line: number;
                /** @description Outcome of the row; for a refused one see `faults` */
                readonly outcome: components["schemas"]["RowOutcome"];
                /** @description The record; null for a refused row, and for a new one that was not written */
                readonly id: components["schemas"]["Id"] | null;
            }[];
        };
        /**
         * @description State of an import that runs in the background: `waiting` no row is judged yet, 等待处理; `running` rows are being judged or registered, 处理中; `finished` all rows are judged, and registered if `applied` is true, 已完成; `failed` stopped after several attempts; what is registered stays, 已中止
         * @enum {string}
         */
        readonly ImportState: "waiting" | "running" | "finished" | "failed";
        /**
         * Format: date-time
         * @description RFC 3339 instant with offset
         */
        readonly Instant: string;
        /**
         * Format: date-time
         * @description RFC 3339 instant in UTC
         * @example 2026-10-05T00:30:00.000Z
         */
        readonly InstantUtc: string;
        /** @description Entries of the journal in their order, with the index to continue after. */
        readonly JournalEntries: {
            /** @description Entries in their order */
            readonly items: readonly components["schemas"]["JournalEntry"][];
            /** @description To be sent as `after` next; unchanged while there is nothing new */
            readonly nextAfter: number;
        };
        /** @description Entry of the journal: who recorded what and when, chained to the entry before by its hash. */
        readonly JournalEntry: {
            /** @description Place in the one order that every reader sees, from 1 without gaps */
            readonly index: number;
            /** @description Past tense of what happened, such as manifest.accepted */
            readonly kind: string;
            /** @description True when the token lacks the scope for entries of this kind; subject, actor, occurredAt and payload are then null */
            readonly withheld: boolean;
            /** @description `<noun>:<id>` of the record that it is about */
            readonly subject: string | null;
            /** @description Place among the entries of its subject, from 1 */
            readonly number: number;
            /** @description Version of the payload */
            readonly version: number;
            /** @description The person, client or authority that acted */
            readonly actor: components["schemas"]["Actor"] | null;
            /** @description Time of the fact */
            readonly occurredAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
            /** @description The fact; its shape follows from kind and version */
            readonly payload: unknown;
            /** @description Hash of the entry before it on its subject */
            readonly previousHash: string | null;
            /** @description SHA-256 of the canonical JSON (RFC 8785) of the entry without index and hash */
            readonly hash: string;
        };
        /**
         * @description Signature of assertions of a client: `ES256` with an EC key, 使用 EC 密钥; `PS256` with an RSA key, 使用 RSA 密钥; `EdDSA` with an OKP key, 使用 OKP 密钥
         * @enum {string}
         */
        readonly KeyAlgorithm: "ES256" | "PS256" | "EdDSA";
        /**
         * @description Curve of a public key (RFC 7518, RFC 8037): `P-256` for ES256, 用于 ES256; `Ed25519` for EdDSA, 用于 EdDSA
         * @enum {string}
         */
        readonly KeyCurve: "P-256" | "Ed25519";
        /**
         * @description Type of a public key (RFC 7518): `EC` elliptic curve, 椭圆曲线; `RSA` RSA; `OKP` Edwards curve, 爱德华兹曲线
         * @enum {string}
         */
        readonly KeyType: "EC" | "RSA" | "OKP";
        /** @description Mass of lead, in whole grams and as an exact decimal. */
        readonly Lead: {
            /** @description Lead, whole grams, half to even */
            readonly leadGrams: number;
            /** @description Lead, grams, exact decimal */
            readonly leadGramsExact: string;
        };
        /** @description Licence of an organisation for hazardous waste: wastes, annual limit and validity. */
        readonly Licence: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Organisation that has the licence */
            readonly partyId: components["schemas"]["Id"];
            /** @description Number that the issuing authority printed on the document */
            readonly number: string;
            /** @description Activity that the licence permits; recycling covers storage, use and disposal */
            readonly mode: components["schemas"]["LicenceMode"];
            /** @description Waste codes that it covers */
            readonly wasteCodes: readonly string[];
            /** @description Approved annual scale; null without one */
            readonly annualLimitGrams: components["schemas"]["Grams"] | null;
            /** @description First day of its term */
            readonly validFrom: string;
            /** @description First day on which it is no longer valid */
            readonly validTo: string;
            /** @description Authority that issued it */
            readonly issuer: string;
            /** @description Name of the file of the document */
            readonly fileName: string | null;
            /** @description SHA-256 of that file */
            readonly fileSha256: string | null;
            /** @description Changes after the issue, oldest first; without changes the licence is valid for its term */
            readonly history: readonly {
                /**
                 * @description suspend, reinstate or revoke
                 * @enum {string}
                 */
                readonly step: "suspend" | "reinstate" | "revoke";
                /**
                 * @description State that the step led to: valid, suspended or revoked
                 * @enum {string}
                 */
                readonly state: "valid" | "suspended" | "revoked";
                /** @description First day on which the step counts */
                readonly effectiveOn: string;
                /** @description Shown only to the organisation and to its authorities, otherwise null */
                readonly reason: string | null;
                /** @description Time at which this service recorded it */
                readonly recordedAt: components["schemas"]["InstantUtc"];
            }[];
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
            /** @description Licence registered before with the same number in another spelling: the authority revokes one of the two; otherwise null */
            readonly doublesId: components["schemas"]["Id"] | null;
        };
        /**
         * @description Activity that a licence permits: `collection` 收集; `recycling` 利用; `transport` 运输
         * @enum {string}
         */
        readonly LicenceMode: "collection" | "recycling" | "transport";
        /** @description Page of a list of `Licence`. */
        readonly LicencePage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Licence"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Reason for a change of a licence, and the day from which it applies. */
        readonly LicenceStep: {
            /** @description Grounds of the decision (原因), which the organisation reads */
            readonly reason: string;
            /**
             * @description First day on which the step counts; today if left out
             * @default null
             */
            readonly effectiveOn?: components["schemas"]["Day"] | null;
        };
        /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
        readonly Manifest: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Number of steps since the draft; the ETag */
            readonly version: number;
            /** @description State after the last step. The ordinary way is draft, submitted, handed_over, in_transit, arrived, then accepted, partially_accepted or rejected, and closed */
            readonly state: components["schemas"]["ManifestState"];
            /** @description 14 digits of the national system; null until it has answered */
            readonly number: string | null;
            /** @description Set when the transfer ran on paper */
            readonly paper: {
                /** @description Number of the paper manifest */
                readonly number: string;
                /** @description Why the system could not be used */
                readonly reason: string;
                /** @description Time when the transfer was completed on paper */
                readonly transferCompletedAt: components["schemas"]["InstantUtc"] | null;
            } | null;
            /** @description GB/T 2260 code of the province of the consignor */
            readonly originProvince: string;
            /** @description GB/T 2260 code of the province of the receiver */
            readonly destinationProvince: string;
            /** @description Waste code of the load */
            readonly wasteCode: string;
            /** @description Hands the load over */
            readonly consignor: components["schemas"]["ManifestParty"];
            /** @description Carries the load */
            readonly carrier: components["schemas"]["ManifestParty"];
            /** @description Decides on the load */
            readonly receiver: components["schemas"]["ManifestParty"];
            /** @description Where the load leaves */
            readonly consignorSite: components["schemas"]["ManifestSite"];
            /** @description Where the load arrives */
            readonly receiverSite: components["schemas"]["ManifestSite"];
            /** @description Number of the licence under which the receiver accepts; null in a draft */
            readonly receiverLicence: string | null;
            /** @description hazardous: as hazardous waste; exempt_unbroken: unbroken batteries of class I, which the exemption list frees from that; null in a draft */
            readonly transportMode: ("hazardous" | "exempt_unbroken") | null;
            /** @description Lines, in order */
            readonly lines: readonly components["schemas"]["ManifestLine"][];
            /** @description As the carrier declared it; null before the departure */
            readonly transport: components["schemas"]["Transport"] | null;
            /** @description true when the difference exceeds the limit of the law; null before the decision */
            readonly significantDifference: boolean | null;
            /** @description Codes of the list discrepancy-kinds */
            readonly differenceKinds: readonly string[];
            /** @description Remarks that the receiver made with the decision or dispute; null without any */
            readonly remarks: string | null;
            /** @description Remarks that the consignor made with the step close; null without any */
            readonly closingRemarks: string | null;
            /** @description Why the transfer did not take place; null unless the manifest is cancelled */
            readonly cancellationReason: string | null;
            /** @description Time of the step submit */
            readonly submittedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time at which the national number came */
            readonly numberedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the step hand-over */
            readonly handedOverAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the step depart */
            readonly departedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the step arrive */
            readonly arrivedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the step dispute */
            readonly disputedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the decision: accept, accept-partially or reject */
            readonly decidedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the step close */
            readonly closedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the step cancel */
            readonly cancelledAt: components["schemas"]["InstantUtc"] | null;
            /** @description The consignor in this register */
            readonly consignorId: components["schemas"]["Id"];
            /** @description The carrier in this register */
            readonly carrierId: components["schemas"]["Id"];
            /** @description The receiver in this register */
            readonly receiverId: components["schemas"]["Id"];
            /** @description The site of the consignor; null when it is not registered here */
            readonly consignorSiteId: components["schemas"]["Id"] | null;
            /** @description The site of the receiver; null when it is not registered here */
            readonly receiverSiteId: components["schemas"]["Id"] | null;
            /**
             * @description draft: not submitted; pending: it waits for the national system, also while none is registered (see /v1/exchange/status), and permanently when it was cancelled before; issued: there is a number; paper: runs on paper
             * @enum {string}
             */
            readonly numbering: "draft" | "pending" | "issued" | "paper";
            /** @description true when the national system has given or confirmed the number; false without a number, and while only the province of origin reports it */
            readonly numberConfirmed: boolean;
            /** @description SHA-256 of the canonical JSON (RFC 8785) of the document */
            readonly digest: string;
            /** @description Last day on which the receiver should decide; null before the arrival */
            readonly confirmationDueOn: components["schemas"]["Day"] | null;
            /** @description true when the receiver decided after confirmationDueOn; null until the decision */
            readonly late: boolean | null;
            /** @description Last day on which a paper manifest should be entered */
            readonly backfillDueOn: components["schemas"]["Day"] | null;
            /** @description true when it was entered after that day */
            readonly backfilledLate: boolean | null;
            /** @description Warnings of steps taken in this province: unregistered vehicles and late entries; annual scales and stocks near their limits are shown to their organisation and to the authorities alone */
            readonly warnings: readonly components["schemas"]["ManifestWarning"][];
            /** @description The licence of the receiver whose annual scale the acceptance counts against */
            readonly acceptedLicenceId: components["schemas"]["Id"] | null;
            /** @description Time of the draft */
            readonly createdAt: components["schemas"]["InstantUtc"];
            /** @description Time of the last step */
            readonly updatedAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Condition of batteries on a manifest: `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液. A manifest of another authority may have other codes
         * @enum {string}
         */
        readonly ManifestBatteryCondition: "whole" | "broken" | "plates" | "paste" | "acid";
        /**
         * @description Use for which batteries are made: `starter` starter batteries, 起动型; `traction` traction batteries, 动力型; `stationary` industrial and storage batteries, 固定型. A manifest of another authority may have other codes
         * @enum {string}
         */
        readonly ManifestBatteryKind: "starter" | "traction" | "stationary";
        /**
         * @description Kind of a journal entry of a manifest; later releases may add kinds. `manifest.drafted` drafted, 已起草; `manifest.submitted` submitted, 已提交; `manifest.paper_registered` registered on paper, 已登记纸质联单; `manifest.backfilled` entered later from paper, 已补录; `manifest.numbered` numbered, 已编号; `manifest.handed_over` handed over, 已交付; `manifest.departed` departed, 已起运; `manifest.arrived` arrived, 已运抵; `manifest.accepted` accepted, 已接受; `manifest.partially_accepted` partially accepted, 部分接受; `manifest.rejected` rejected, 已拒收; `manifest.disputed` disputed, 差异处理中; `manifest.closed` closed, 已办结; `manifest.cancelled` cancelled, 已作废; `manifest.number_confirmed` number confirmed again, 编号已再次确认; `manifest.warned` warnings about the load, 货物提醒; `manifest.conflicted` another authority reported a step that differs, 其他系统上报的步骤不一致
         * @enum {string}
         */
        readonly ManifestEntryKind: "manifest.drafted" | "manifest.submitted" | "manifest.paper_registered" | "manifest.backfilled" | "manifest.numbered" | "manifest.handed_over" | "manifest.departed" | "manifest.arrived" | "manifest.accepted" | "manifest.partially_accepted" | "manifest.rejected" | "manifest.disputed" | "manifest.closed" | "manifest.cancelled" | "manifest.number_confirmed" | "manifest.warned" | "manifest.conflicted";
        /** @description Versions of a manifest: each step with its time and actor. */
        readonly ManifestHistory: {
            /** @description All entries, first to last */
            readonly items: readonly components["schemas"]["ManifestHistoryEntry"][];
        };
        /** @description Step of a manifest, with its time and actor. */
        readonly ManifestHistoryEntry: {
            /** @description Place in the journal of this service */
            readonly index: number;
            /** @description What the entry records */
            readonly kind: components["schemas"]["ManifestEntryKind"];
            /** @description Place of the entry among those of this manifest, from 1; not the number of the manifest */
            readonly number: number;
            /** @description Time of the step */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
            /** @description The person, client or authority that took the step */
            readonly actor: components["schemas"]["Actor"];
            /** @description Step, input and document after it */
            readonly payload: unknown;
            /** @description SHA-256 of the entry */
            readonly hash: string;
        };
        /** @description Line of a manifest: one kind of batteries, as sent, weighed, accepted and returned. */
        readonly ManifestLine: {
            /** @description Number of the line, from 1 */
            readonly line: number;
            /** @description Kind of battery; null for other waste */
            readonly batteryKind: components["schemas"]["ManifestBatteryKind"] | null;
            /** @description Risk class of the batteries; null for other waste */
            readonly riskClass: components["schemas"]["ManifestRiskClass"] | null;
            /** @description Condition of the batteries; null for other waste */
            readonly condition: components["schemas"]["ManifestBatteryCondition"] | null;
            /** @description Code of the list packaging */
            readonly packaging: string;
            /** @description Containers in which the batteries are packed */
            readonly packages: number;
            /** @description Mass that was sent */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Batteries that were sent */
            readonly pieces: number;
            /** @description Accepted and refused mass together, as the receiver weighed it; null before the decision */
            readonly weighedGrams: components["schemas"]["Grams"] | null;
            /** @description Mass that the receiver accepted; null before the decision */
            readonly acceptedGrams: components["schemas"]["Grams"] | null;
            /** @description Batteries that the receiver accepted; null before the decision */
            readonly acceptedPieces: number | null;
            /** @description Mass that the receiver refused; null before the decision */
            readonly refusedGrams: components["schemas"]["Grams"] | null;
            /** @description Batteries that the receiver refused; null before the decision */
            readonly refusedPieces: number | null;
            /** @description Mass that came back to the consignor; null before the closing */
            readonly returnedGrams: components["schemas"]["Grams"] | null;
            /** @description Batteries that came back to the consignor; null before the closing */
            readonly returnedPieces: number | null;
            /** @description Code of the list treatment-methods; null before the decision */
            readonly treatmentMethod: string | null;
            /** @description Batch of the consignor; null when its books are in another province */
            readonly batchId: components["schemas"]["Id"] | null;
            /** @description Batch on the vehicle */
            readonly transitBatchId: components["schemas"]["Id"] | null;
            /** @description Batch of the receiver, made by the acceptance: feed this one to runs */
            readonly receivedBatchId: components["schemas"]["Id"] | null;
            /** @description Batch that came back to the consignor */
            readonly returnedBatchId: components["schemas"]["Id"] | null;
        };
        /**
         * @description Number of a manifest, 14 digits
         * @example 20264500000123
         */
        readonly ManifestNumber: string;
        /** @description Page of a list of `Manifest`. */
        readonly ManifestPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Manifest"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Organisation on a manifest, as it was named when the manifest was submitted. */
        readonly ManifestParty: {
            /** @description Unified social credit code */
            readonly uscc: string;
            /** @description Name of the organisation */
            readonly name: string;
            /** @description GB/T 2260 code of its province */
            readonly provinceCode: string;
        };
        /**
         * @description Risk class of batteries on a manifest: `I` class I, 第Ⅰ类; `II` class II, 第Ⅱ类. A manifest of another authority may have other codes
         * @enum {string}
         */
        readonly ManifestRiskClass: "I" | "II";
        /** @description Site on a manifest, as it was when the manifest was submitted. */
        readonly ManifestSite: {
            /** @description Name under which its organisation registered the site */
            readonly name: string;
            /** @description GB/T 2260 code of the city or county */
            readonly divisionCode: string;
            /** @description Street and house number; null when it was not given */
            readonly address: string | null;
        };
        /**
         * @description State of a manifest: `draft` being prepared, binds nobody, 草稿; `offline_paper` runs on paper, to be entered later, 纸质待补录; `submitted` submitted, waits for the load, 已提交; `handed_over` handed over to the carrier, 已交付; `in_transit` on the way, 运输中; `arrived` at the receiver, waits for the decision, 已运抵; `disputed` at the receiver, differences are being settled, 差异处理中; `accepted` accepted as a whole, 已接受; `partially_accepted` a part was accepted, a part refused, 部分接受; `rejected` refused as a whole, 已拒收; `closed` closed, final, 已办结; `cancelled` cancelled before the hand-over, final, 已作废
         * @enum {string}
         */
        readonly ManifestState: "draft" | "offline_paper" | "submitted" | "handed_over" | "in_transit" | "arrived" | "disputed" | "accepted" | "partially_accepted" | "rejected" | "closed" | "cancelled";
        /** @description Warning about a manifest, which stops nothing. */
        readonly ManifestWarning: {
            /** @description Code of the warning in /problems */
            readonly code: components["schemas"]["ManifestWarningCode"];
            /** @description How serious the warning is; none stops a step, and `block` is not used for steps */
            readonly severity: components["schemas"]["Severity"];
            /** @description In the language of the request */
            readonly title: string;
            /** @description In the language of the request */
            readonly detail: string;
            /**
             * @description Step that was warned of; the address of a step has hyphens. One of submit, register_paper, backfill, number, hand_over, depart, arrive, accept, accept_partially, reject, dispute, close, cancel
             * @enum {string}
             */
            readonly step: "submit" | "register_paper" | "backfill" | "number" | "hand_over" | "depart" | "arrive" | "accept" | "accept_partially" | "reject" | "dispute" | "close" | "cancel";
            /** @description Time of that step */
            readonly at: components["schemas"]["InstantUtc"];
            /** @description Plain values that the detail shows */
            readonly facts: {
                readonly [key: string]: string | number;
            };
        };
        /**
         * @description Code of a warning about a manifest: `vehicle-unregistered` Vehicle not registered, 车辆未登记; `licence-scale-reached` Approved annual scale nearly reached or exceeded, 接近或超过核准经营规模; `storage-limit-reached` Storage limit nearly reached or exceeded, 贮存量接近或超过限值; `late-entry` Late entry, 迟报; `before-number` Dated before the national number, 早于联单编号签发时间; `party-name-differs` Name differs from the register, 单位名称与登记不符
         * @enum {string}
         */
        readonly ManifestWarningCode: "vehicle-unregistered" | "licence-scale-reached" | "storage-limit-reached" | "late-entry" | "before-number" | "party-name-differs";
        /** @description Whole grams, 1 or more */
        readonly MassGrams: number;
        /** @description Whole grams, 0 or more */
        readonly MassGramsOrNone: number;
        /** @description Batches of one kind at one site that become one. */
        readonly MergeBatches: {
            /** @description Batches (批次编号) whose whole mass is merged */
            readonly batchIds: readonly components["schemas"]["Id"][];
        };
        /** @description Problem, warning or finding of the catalogue. */
        readonly Message: {
            /** @description Stable; never changes its meaning */
            readonly code: string;
            /**
             * @description `error` refuses the request; the others stop nothing. `note`: for information; `flag`: a person must review it; `block`: the figure must not be approved
             * @enum {string}
             */
            readonly severity: "error" | "note" | "flag" | "block";
            /** @description HTTP status of a problem; null for warnings and findings */
            readonly status: number | null;
            /** @description Texts in English */
            readonly en: components["schemas"]["MessageText"];
            /** @description Texts in Chinese */
            readonly zh: components["schemas"]["MessageText"];
        };
        /** @description Texts of a message in one language. */
        readonly MessageText: {
            /** @description The kind of case in few words */
            readonly title: string;
            /** @description The case; words in braces stand for its facts */
            readonly detail: string;
            /** @description What the caller can do; warnings and findings have none */
            readonly remedy?: string;
        };
        /** @description All problems, warnings and findings. */
        readonly Messages: {
            /** @description All entries */
            readonly items: readonly components["schemas"]["Message"][];
        };
        /**
         * @description Month, YYYY-MM, Asia/Shanghai
         * @example 2026-10
         */
        readonly Month: string;
        /** @description Movement of mass into, out of or between batches. */
        readonly Movement: {
            /** @description Number of the movement, unique in this service */
            readonly id: string;
            /** @description Batch kind (批次类型): `battery` batteries, 废铅蓄电池; `transit` in transit, 在途; `process` in processing, 处理中; `product` 产品; `by_product` by-product, 副产品; `residue` 残渣; `other_feed` other feed, 其他投料 */
            readonly kind: components["schemas"]["MovementKind"];
            /** @description Batch that the mass left; null at a boundary account */
            readonly fromBatchId: components["schemas"]["Id"] | null;
            /** @description Boundary account that the mass left; null at a batch */
            readonly fromBoundary: components["schemas"]["Boundary"] | null;
            /** @description Batch that the mass entered; null at a boundary account */
            readonly toBatchId: components["schemas"]["Id"] | null;
            /** @description Boundary account that the mass entered; null at a batch */
            readonly toBoundary: components["schemas"]["Boundary"] | null;
            /** @description Mass that moved */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Batteries that moved */
            readonly pieces: number;
            /** @description Record that proves the movement, such as `manifest:<id>` */
            readonly evidence: string | null;
            /** @description Number of the movement that a correction sets right; null for others */
            readonly correctsId: string | null;
            /** @description Time of the movement */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Reason for which mass moves: `generation` waste was recorded, 产生; `split` a part became a batch of its own, 分批; `merge` several batches became one, 合批; `dispatch` loaded on a vehicle, 发运; `arrival` accepted by the receiver, 接收; `departure` left for another province, 转出本省; `return` came back to the consignor, 退回; `weighing_difference` weighed differently at arrival, 计量差异; `supply` bought, 外购; `feed` fed into a run, 投料; `output` yielded by a run, 产出; `process_difference` gained or lost in a run, 工艺增减; `sale` sold, 销售; `disposal` disposed of, 处置; `stock_adjustment` adjusted after a stock count, 盘点调整; `correction` sets another movement right, 更正冲正
         * @enum {string}
         */
        readonly MovementKind: "generation" | "split" | "merge" | "dispatch" | "arrival" | "departure" | "return" | "weighing_difference" | "supply" | "feed" | "output" | "process_difference" | "sale" | "disposal" | "stock_adjustment" | "correction";
        /** @description Two statements about the number of a manifest that cannot both be true. */
        readonly NumberClash: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description The manifest for which the number was stated */
            readonly manifestId: components["schemas"]["Id"];
            /** @description The number that was stated, 14 digits */
            readonly number: string;
            /** @description System that stated it: GB/T 2260 code of a province, or national */
            readonly source: string;
            /** @description Reason (原因) */
            readonly reason: components["schemas"]["NumberClashReason"];
            /** @description The number that the manifest has instead */
            readonly heldNumber: string | null;
            /** @description The manifest that has the number, or is reported with it */
            readonly otherManifestId: components["schemas"]["Id"] | null;
            /** @description Time at which this service noticed it */
            readonly noticedAt: components["schemas"]["InstantUtc"];
            /** @description Time at which it was settled; null while it waits for a person */
            readonly settledAt: components["schemas"]["InstantUtc"] | null;
            /** @description How it was clarified */
            readonly remarks: string | null;
        };
        /** @description Page of a list of `NumberClash`. */
        readonly NumberClashPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["NumberClash"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description Reason of a clash of numbers: `other_number` the manifest has another number, 联单已有其他编号; `number_taken` another manifest has the number, 编号已属于其他联单; `number_claimed` another manifest is reported with the number too, 另有联单报送同一编号; `foreign_division` the number is not of the reporting province, 编号不属于报送省份; `not_assignable` the manifest cannot take the number, 联单已不能使用该编号
         * @enum {string}
         */
        readonly NumberClashReason: "other_number" | "number_taken" | "number_claimed" | "foreign_division" | "not_assignable";
        /**
         * @description State of a clash of numbers: `open` waits for a person, 待处理; `settled` 已处理
         * @enum {string}
         */
        readonly NumberClashState: "open" | "settled";
        /** @description Start of a run of a process at a site. */
        readonly OpenRun: {
            /** @description Own site of kind recycler */
            readonly siteId: components["schemas"]["Id"];
            /** @description Time of the start (开始时间) */
            readonly startedAt: components["schemas"]["Instant"];
            /** @description Code of the list processes: breaking, smelting, refining, integrated … */
            readonly process: string;
        };
        /** @description Other system of the exchange, with its address and public keys. */
        readonly Partner: {
            /** @description GB/T 2260 code of the province, or national */
            readonly code: string;
            /** @description Name of the authority */
            readonly name: string;
            /** @description Partner kind (对接方类型): `province` 省份; `national` national system, 国家系统 */
            readonly kind: components["schemas"]["PartnerKind"];
            /** @description Address of its service */
            readonly baseUrl: string;
            /** @description Keys that it signs with */
            readonly keys: readonly components["schemas"]["PartnerKey"][];
            /** @description True for a stand-in to try things with */
            readonly sandbox: boolean;
            /** @description True while a sandbox does not run: nothing is sent to it, and what is due for it waits */
            readonly stopped: boolean;
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
        };
        /** @description Public key of a partner, with the term in which it may sign. */
        readonly PartnerKey: {
            /** @description Identifier of the key, as signatures name it in their header */
            readonly kid: string;
            /** @description Public key on P-256 (RFC 7518); further members are ignored */
            readonly jwk: components["schemas"]["PublicKey"];
            /** @description First instant at which the key may sign */
            readonly notBefore: string;
            /** @description First instant at which it may no longer sign; null while none is set */
            readonly notAfter: string | null;
        };
        /**
         * @description Kind of a partner: `province` system of a province, 省份; `national` the national system, 国家系统
         * @enum {string}
         */
        readonly PartnerKind: "province" | "national";
        /** @description Exchange with one partner: what was sent, what waits and what failed. */
        readonly PartnerStatus: {
            /** @description GB/T 2260 code of a province, or national */
            readonly code: string;
            /** @description Null while the counterpart is not registered */
            readonly name: string | null;
            /** @description Kind of the partner; null while it is not registered */
            readonly kind: components["schemas"]["PartnerKind"] | null;
            /** @description true for a stand-in */
            readonly sandbox: boolean;
            /** @description Messages sent at least once */
            readonly sent: number;
            /** @description Messages with a receipt of success */
            readonly acknowledged: number;
            /** @description Sendings beyond the first of each message */
            readonly retried: number;
            /** @description Messages to be sent */
            readonly due: number;
            /** @description Messages that wait for a person */
            readonly parked: number;
            /** @description Failures in a row; 0 when it answers */
            readonly failures: number;
            /** @description Time of the next sending */
            readonly nextAttemptAt: components["schemas"]["InstantUtc"] | null;
            /** @description Last failure, for operators */
            readonly lastError: string | null;
        };
        /** @description All other systems of the exchange. */
        readonly Partners: {
            /** @description All partners */
            readonly items: readonly components["schemas"]["Partner"][];
        };
        /** @description Organisation in the register. */
        readonly Party: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Unified social credit code; null for natural persons and shops without one */
            readonly uscc: string | null;
            /** @description Why there is no social credit code; null when there is one */
            readonly usccMissingReason: string | null;
            /** @description Name of the organisation */
            readonly name: string;
            /** @description GB/T 2260 code of its province */
            readonly provinceCode: string;
            /** @description GB/T 2260 code of its city or county */
            readonly divisionCode: string;
            /** @description Street and house number; null when it was not given */
            readonly address: string | null;
            /** @description registered: may not act yet; under_review; active; suspended: finishes what it began; closed: permanently */
            readonly state: components["schemas"]["PartyState"];
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
        };
        /** @description Closing of an organisation, with the reason. */
        readonly PartyClosing: {
            /** @description Grounds of the decision (原因), which the organisation reads */
            readonly reason: string;
            /**
             * @description Close it in spite of unfinished manifests or stock; `reason` must say why
             * @default false
             */
            readonly nevertheless?: boolean;
        };
        /** @description Changes of the state of an organisation, with reasons and actors. */
        readonly PartyHistory: {
            /** @description All steps, first to last */
            readonly items: readonly components["schemas"]["PartyHistoryEntry"][];
        };
        /** @description Change of the state of an organisation, with its reason and actor. */
        readonly PartyHistoryEntry: {
            /** @description Place of the step among those of this organisation, from 1 */
            readonly number: number;
            /**
             * @description submit, approve, send-back, suspend, resume or close
             * @enum {string}
             */
            readonly step: "submit" | "approve" | "send-back" | "suspend" | "resume" | "close";
            /** @description State before the step */
            readonly fromState: components["schemas"]["PartyState"];
            /** @description State that the step led to */
            readonly state: components["schemas"]["PartyState"];
            /** @description Reason that the authority gave */
            readonly reason: string | null;
            /** @description Subject of the token that took the step */
            readonly actor: string;
            /** @description Time of the step */
            readonly at: components["schemas"]["InstantUtc"];
        };
        /** @description Page of a list of `Party`. */
        readonly PartyPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Party"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description State of an organisation: `registered` 已登记; `under_review` under review, 审核中; `active` 正常; `suspended` 暂停; `closed` 注销
         * @enum {string}
         */
        readonly PartyState: "registered" | "under_review" | "active" | "suspended" | "closed";
        /** @description Change of the state of an organisation, for which a reason is optional. */
        readonly PartyStep: {
            /**
             * @description Grounds of the decision (原因), which the organisation reads; may be left out
             * @default null
             */
            readonly reason?: string | null;
        };
        /** @description Stop of an organisation, with the reason. */
        readonly PartyStop: {
            /** @description Grounds of the decision (原因), which the organisation reads */
            readonly reason: string;
        };
        /** @description Registered person, who logs in with a password. */
        readonly Person: {
            /** @description Subject (sub) of the tokens of the person */
            readonly id: components["schemas"]["Id"];
            /** @description Name; personal data */
            readonly personName: string;
            /** @description Telephone number; personal data */
            readonly personPhone: string | null;
            /** @description Organisation the person acts for */
            readonly partyId: components["schemas"]["Id"] | null;
            /** @description City or partner province the person acts for */
            readonly division: string | null;
            /** @description What the person may do */
            readonly roles: readonly components["schemas"]["Role"][];
            /** @description Login name; null for a person who never logs in */
            readonly login: string | null;
            /** @description Time of the last change of the password */
            readonly passwordSetAt: components["schemas"]["InstantUtc"] | null;
            /** @description End of an initial password; null once the person has changed it */
            readonly passwordExpiresAt: components["schemas"]["InstantUtc"] | null;
            /** @description State of the account (账号状态): `active` 启用; `blocked` 停用 */
            readonly state: components["schemas"]["PersonState"];
            /** @description Time of the block */
            readonly blockedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
        };
        /** @description Page of a list of `Person`. */
        readonly PersonPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Person"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description State of the account of a person: `active` 启用; `blocked` blocked, may not log in, 停用
         * @enum {string}
         */
        readonly PersonState: "active" | "blocked";
        /** @description Person with the first password, which is shown this once. */
        readonly PersonWithPassword: {
            /** @description Subject (sub) of the tokens of the person */
            readonly id: components["schemas"]["Id"];
            /** @description Name; personal data */
            readonly personName: string;
            /** @description Telephone number; personal data */
            readonly personPhone: string | null;
            /** @description Organisation the person acts for */
            readonly partyId: components["schemas"]["Id"] | null;
            /** @description City or partner province the person acts for */
            readonly division: string | null;
            /** @description What the person may do */
            readonly roles: readonly components["schemas"]["Role"][];
            /** @description Login name; null for a person who never logs in */
            readonly login: string | null;
            /** @description Time of the last change of the password */
            readonly passwordSetAt: components["schemas"]["InstantUtc"] | null;
            /** @description End of an initial password; null once the person has changed it */
            readonly passwordExpiresAt: components["schemas"]["InstantUtc"] | null;
            /** @description State of the account (账号状态): `active` 启用; `blocked` 停用 */
            readonly state: components["schemas"]["PersonState"];
            /** @description Time of the block */
            readonly blockedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
            /** @description Must be changed at the first login. Shown once: null when the request is repeated */
            readonly initialPassword: string | null;
        };
        /**
         * @description Telephone number; personal data
         * @example 0771-5550100
         */
        readonly Phone: string;
        /**
         * @description Number of pieces
         * @example 12
         */
        readonly Pieces: number;
        /**
         * @description Colour of a plate (GA 36-2018): `blue` 蓝色; `yellow` 黄色; `black` 黑色; `white` 白色; `green` 绿色; `yellow-green` yellow and green, 黄绿双拼色
         * @enum {string}
         */
        readonly PlateColor: "blue" | "yellow" | "black" | "white" | "green" | "yellow-green";
        /**
         * @description Parts per million, 0 to 1 000 000
         * @example 580000
         */
        readonly Ppm: number;
        /**
         * @description GB/T 2260 code of a province
         * @example 45
         */
        readonly ProvinceCode: string;
        /** @description Public key on P-256 (RFC 7518); further members are ignored. */
        readonly PublicKey: {
            /**
             * @description Type of the key, always EC
             * @constant
             */
            readonly kty: "EC";
            /**
             * @description Curve (椭圆曲线), always P-256
             * @constant
             */
            readonly crv: "P-256";
            /** @description First coordinate of the point, base64url (坐标 x) */
            readonly x: string;
            /** @description Second coordinate of the point, base64url (坐标 y) */
            readonly y: string;
        };
        /** @description Public keys with which the signatures of this system are checked. */
        readonly PublicKeys: {
            /** @description GB/T 2260 code of this province */
            readonly code: string;
            /** @description Public keys with which this province signs */
            readonly keys: readonly {
                /**
                 * @description Type of the key, always EC
                 * @constant
                 */
                readonly kty: "EC";
                /**
                 * @description Curve (椭圆曲线), always P-256
                 * @constant
                 */
                readonly crv: "P-256";
                /** @description First coordinate of the point, base64url (坐标 x) */
                readonly x: string;
                /** @description Second coordinate of the point, base64url (坐标 y) */
                readonly y: string;
                /** @description Identifier of the key */
                readonly kid: string;
                /**
                 * @description Algorithm of signatures, always ES256
                 * @constant
                 */
                readonly alg: "ES256";
                /**
                 * @description Use of the key, always `sig`: it signs messages
                 * @constant
                 */
                readonly use: "sig";
            }[];
        };
        /** @description Readiness of the process, with each of its dependencies. */
        readonly Ready: {
            /** @description true when the process can do its work */
            readonly ready: boolean;
            /** @description Each dependency by its name: ok or failed */
            readonly checks: {
                readonly [key: string]: "ok" | "failed";
            };
            /** @description Why a dependency fails, by its name, where that is known; in the language of Accept-Language */
            readonly reasons: {
                readonly [key: string]: string;
            };
        };
        /** @description Signed receipts for the messages of a request, in their order. */
        readonly Receipts: {
            /** @description Compact JWS of receipts, one for each envelope, in the same order; without a signature for an envelope that could not be verified */
            readonly receipts: readonly string[];
        };
        /** @description Result of an analysis to record: substance, content, method and certificate. */
        readonly RecordAssay: {
            /**
             * @description Subject of the assay; decides which of the next fields are given
             * @default batch
             */
            readonly basis?: components["schemas"]["AssayBasis"];
            /**
             * @description Batch that was sampled (批次编号); only for basis `batch`
             * @default null
             */
            readonly batchId?: components["schemas"]["Id"] | null;
            /**
             * @description Consignor of the batteries that were sampled
             * @default null
             */
            readonly supplierId?: components["schemas"]["Id"] | null;
            /**
             * @description Kind of battery to which a supplier class or a default is limited; null for all kinds
             * @default null
             */
            readonly batteryKind?: components["schemas"]["BatteryKind"] | null;
            /**
             * @description Always lead
             * @default lead
             * @constant
             */
            readonly substance?: "lead";
            /** @description Lead, parts per million of the mass as weighed (wet basis) or of the dry mass */
            readonly ppm: components["schemas"]["Ppm"];
            /**
             * @description Content refers to the mass as weighed (按湿基计)
             * @default true
             */
            readonly wetBasis?: boolean;
            /**
             * @description Water in the mass as weighed; only with wetBasis false
             * @default 0
             */
            readonly moisturePpm?: components["schemas"]["Ppm"];
            /** @description Method or standard, such as GB/T 20975 or XRF */
            readonly method: string;
            /** @description Name of the laboratory that analysed the sample (检测机构) */
            readonly laboratory: string;
            /**
             * @description Number that the laboratory gave its report (检测报告编号)
             * @default null
             */
            readonly certificateNumber?: string | null;
            /**
             * @description SHA-256 of the certificate file, lower-case hexadecimal
             * @default null
             */
            readonly certificateSha256?: components["schemas"]["Sha256"] | null;
            /** @description Time of sampling (采样时间) */
            readonly sampledAt: components["schemas"]["Instant"];
            /**
             * @description The assay that this one corrects
             * @default null
             */
            readonly replacesId?: components["schemas"]["Id"] | null;
        };
        /** @description Batch to record, as it was collected or produced. */
        readonly RecordBatch: {
            /**
             * @description generated: waste of the site itself; collected: taken from a source
             * @enum {string}
             */
            readonly origin: "generated" | "collected";
            /** @description A site of your organisation */
            readonly siteId: components["schemas"]["Id"];
            /** @description Battery kind (电池类型): `starter` 起动型; `traction` 动力型; `stationary` 固定型 */
            readonly batteryKind: components["schemas"]["BatteryKind"];
            /** @description Risk class (风险类别): `I` class I, 第Ⅰ类; `II` class II, 第Ⅱ类 */
            readonly riskClass: components["schemas"]["RiskClass"];
            /** @description Condition (物料状态): `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液 */
            readonly condition: components["schemas"]["BatteryCondition"];
            /** @description Net mass in whole grams */
            readonly massGrams: components["schemas"]["MassGrams"];
            /** @description Number of pieces (数量（只）) */
            readonly pieces: components["schemas"]["Pieces"];
            /**
             * @description Code of the list source-types, such as repair-shop; required for a collected batch
             * @default null
             */
            readonly sourceType?: string | null;
            /**
             * @description Person or organisation that delivered the batteries (交售方名称)
             * @default null
             */
            readonly supplierName?: string | null;
            /** @description Time of generation or collection; handhelds may send it hours later */
            readonly occurredAt: components["schemas"]["Instant"];
        };
        /** @description Batches to record in one request. */
        readonly RecordBatches: readonly unknown[];
        /** @description Emission of lead to record. */
        readonly RecordEmission: {
            /** @description Own site of kind recycler */
            readonly siteId: components["schemas"]["Id"];
            /** @description Medium (排放介质): `air` 废气; `water` 废水 */
            readonly medium: components["schemas"]["EmissionMedium"];
            /** @description Lead emitted in the measured interval, whole grams */
            readonly leadGrams: components["schemas"]["MassGramsOrNone"];
            /** @description CEMS, or manual monitoring times flow */
            readonly method: string;
            /** @description Number of the outlet, such as DA001 */
            readonly monitoringPoint: string;
            /**
             * @description Number that the monitoring body gave its report (监测报告编号)
             * @default null
             */
            readonly reportNumber?: string | null;
            /** @description End of the measured interval */
            readonly occurredAt: components["schemas"]["Instant"];
        };
        /**
         * @description Kind of the records in a file: `parties` organisations, 单位; `sites` sites of organisations, 场所; `licences` licences of organisations, 许可证; `vehicles` vehicles with their permits, 车辆
         * @enum {string}
         */
        readonly RecordKind: "parties" | "sites" | "licences" | "vehicles";
        /** @description Purchased material to record, with the document that came with it. */
        readonly RecordSupply: {
            /** @description Own site of kind recycler */
            readonly siteId: components["schemas"]["Id"];
            /** @description Code of the list supply-kinds: crude_lead, concentrate, imported_scrap, battery_production_scrap, reagent … */
            readonly sourceKind: string;
            /** @description Organisation from which the material was bought (供货方名称) */
            readonly supplierName: string;
            /**
             * @description Invoice, weighbridge ticket or customs declaration
             * @default null
             */
            readonly documentNumber?: string | null;
            /** @description Mass in grams (重量（克）) */
            readonly massGrams: components["schemas"]["MassGrams"];
            /** @description Time of receipt (收货时间) */
            readonly receivedAt: components["schemas"]["Instant"];
            /** @description Required for lead-bearing kinds */
            readonly assay?: {
                /**
                 * @description Always lead
                 * @default lead
                 * @constant
                 */
                readonly substance?: "lead";
                /** @description Lead, parts per million of the mass as weighed (wet basis) or of the dry mass */
                readonly ppm: components["schemas"]["Ppm"];
                /**
                 * @description Content refers to the mass as weighed (按湿基计)
                 * @default true
                 */
                readonly wetBasis?: boolean;
                /**
                 * @description Water in the mass as weighed; only with wetBasis false
                 * @default 0
                 */
                readonly moisturePpm?: components["schemas"]["Ppm"];
                /** @description Method or standard, such as GB/T 20975 or XRF */
                readonly method: string;
                /** @description Name of the laboratory that analysed the sample (检测机构) */
                readonly laboratory: string;
                /**
                 * @description Number that the laboratory gave its report (检测报告编号)
                 * @default null
                 */
                readonly certificateNumber?: string | null;
                /**
                 * @description SHA-256 of the certificate file, lower-case hexadecimal
                 * @default null
                 */
                readonly certificateSha256?: components["schemas"]["Sha256"] | null;
                /** @description Time of sampling (采样时间) */
                readonly sampledAt: components["schemas"]["Instant"];
            } | null;
        };
        /**
         * @description Term of the lead balance that a record counts to: `received` 接受; `opening_stock` opening stock, 期初库存; `closing_stock` closing stock, 期末库存; `found_stock` batteries found by a stock count, 电池盘盈; `forwarded` sent on, 转出; `other_feed` feed other than batteries, 电池以外的原料; `opening_work` opening work in progress, 期初在制品; `closing_work` closing work in progress, 期末在制品; `found_work` work in progress found by a stock count, 在制品盘盈; `products` 产品; `by_products` by-products, 副产品; `loss_slag` lost in slag, 炉渣损失; `loss_sludge` lost in sludge, 污泥损失; `loss_separators` lost in separators, 隔板损失; `loss_dust` lost in dust, 烟尘损失; `loss_air` lost to air, 废气损失; `loss_water` lost to water, 废水损失; `loss_stock` missing in a stock count, 盘亏; `loss_other` other losses, 其他损失; `not_counted` not counted, 未计入
         * @enum {string}
         */
        readonly RecordTerm: "received" | "opening_stock" | "closing_stock" | "found_stock" | "forwarded" | "other_feed" | "opening_work" | "closing_work" | "found_work" | "products" | "by_products" | "loss_slag" | "loss_sludge" | "loss_separators" | "loss_dust" | "loss_air" | "loss_water" | "loss_stock" | "loss_other" | "not_counted";
        /** @description Recorded batch, with warnings that stop nothing. */
        readonly RecordedBatch: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Organisation that has the batch */
            readonly partyId: components["schemas"]["Id"];
            /** @description Site where the batch is; null while it is on the way or inside a run */
            readonly siteId: components["schemas"]["Id"] | null;
            /** @description Batch kind (批次类型): `battery` batteries, 废铅蓄电池; `transit` in transit, 在途; `process` in processing, 处理中; `product` 产品; `by_product` by-product, 副产品; `residue` 残渣; `other_feed` other feed, 其他投料 */
            readonly kind: components["schemas"]["BatchKind"];
            /** @description Waste code of batteries and residues, otherwise a code of the list materials or a code of the list supply-kinds */
            readonly material: string;
            /** @description Battery kind (电池类型): `starter` 起动型; `traction` 动力型; `stationary` 固定型 */
            readonly batteryKind: components["schemas"]["BatteryKind"] | null;
            /** @description Risk class (风险类别): `I` class I, 第Ⅰ类; `II` class II, 第Ⅱ类 */
            readonly riskClass: components["schemas"]["RiskClass"] | null;
            /** @description Condition (物料状态): `whole` 完整; `broken` 破损; `plates` 极板; `paste` 铅膏; `acid` 酸液 */
            readonly condition: components["schemas"]["BatteryCondition"] | null;
            /** @description Code of the list source-types, or of the list supply-kinds for bought feed; null without a source */
            readonly sourceType: string | null;
            /** @description Person or organisation that delivered them; null when not given */
            readonly supplierName: string | null;
            /** @description Record that proves the batch, such as `manifest:<id>` or `run:<id>`; null for a declaration */
            readonly evidence: string | null;
            /** @description Mass that the batch holds now; 0 when it has been sent or fed */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Batteries that the batch holds now */
            readonly pieces: number;
            /** @description How often it was corrected: see `/v1/batches/{id}/corrections` */
            readonly corrections: number;
            /** @description Time of generation, collection or production */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
            /** @description Storage limits that the batch brings the site near or above */
            readonly warnings?: readonly components["schemas"]["StorageWarning"][];
        };
        /** @description Result for each batch of a bulk request: recorded, replayed or refused. */
        readonly RecordedBatches: {
            /** @description Sites that the batches bring near their storage limits or above them, each once */
            readonly warnings?: readonly components["schemas"]["StorageWarning"][];
            /** @description Rows that were recorded now */
            readonly recorded: number;
            /** @description Rows that were recorded by an earlier request */
            readonly replayed: number;
            /** @description Rows with a problem */
            readonly refused: number;
            /** @description One result for each row, in the order of the request */
            readonly items: readonly {
                /** @description Position in the request, from 0 */
                readonly row: number;
                /**
                 * @description recorded: now; replayed: by an earlier request; refused: see problem
                 * @enum {string}
                 */
                readonly outcome: "recorded" | "replayed" | "refused";
                /** @description The batch that was recorded now or earlier */
                readonly id?: components["schemas"]["Id"];
                /** @description Why the row is refused, as a problem of POST /v1/batches */
                readonly problem?: {
                    /** @description Stable code of the problem */
                    readonly code: string;
                    /** @description The kind of problem */
                    readonly title: string;
                    /** @description The case in words */
                    readonly detail: string;
                } & {
                    readonly [key: string]: unknown;
                };
            }[];
        };
        /** @description Recovery rates of lead of an organisation in a period, with terms, balance and findings. */
        readonly Recovery: {
            /** @description The enterprise */
            readonly partyId: components["schemas"]["Id"];
            /** @description Month or year of the evaluation */
            readonly period: string;
            /** @description First instant of the period */
            readonly from: components["schemas"]["InstantUtc"];
            /** @description First instant after the period */
            readonly to: components["schemas"]["InstantUtc"];
            /** @description Method of the evaluation */
            readonly method: {
                /** @description Name of the method */
                readonly id: string;
                /** @description Grows when the formula changes; figures of one version can be compared */
                readonly version: number;
            };
            /**
             * @description blocked: must not be approved; flagged: a person must review it; clear: neither
             * @enum {string}
             */
            readonly status: "clear" | "flagged" | "blocked";
            /** @description null when a stock count at either end or the lead content of accepted lines is missing */
            readonly rates: {
                /** @description 铅回收率（综合口径，含副产品）: lead in products and in by-products with proof of use, by lead available, (P + Q) / available. A definition of this service */
                readonly headline: components["schemas"]["Fraction"] | null;
                /** @description 铅回收率（仅产品口径）: P / available, the 铅总回收率 of 再生铅行业规范条件 (MIIT announcement 60 of 2016), which publishes no formula: lead in products by lead in the material fed */
                readonly productsOnly: components["schemas"]["Fraction"] | null;
                /** @description 铅回收率（保守口径）: the comprehensive rate with all lead of other feed counted as recovered, (P + Q - F) / (M_b - ΔW); decides whether a limit is met. A definition of this service */
                readonly conservative: components["schemas"]["Fraction"] | null;
                /** @description Unaccounted / available */
                readonly unaccountedShare: components["schemas"]["Fraction"] | null;
                /** @description Share of batteries in all lead fed (φ) */
                readonly batteryShare: components["schemas"]["Fraction"] | null;
                /** @description 1 - losses / available: lead that nothing explains counts as recovered, so read it with unaccountedShare */
                readonly indirect: components["schemas"]["Fraction"] | null;
            } | null;
            /** @description Every term of the balance */
            readonly terms: readonly {
                /** @description Lead, whole grams, half to even */
                readonly leadGrams: number;
                /** @description Lead, grams, exact decimal */
                readonly leadGramsExact: string;
                /**
                 * @description Term of the balance: `received` 接受; `opening_stock` opening stock, 期初库存; `closing_stock` closing stock, 期末库存; `found_stock` batteries found by a stock count, 电池盘盈; `forwarded` sent on, 转出; `other_feed` feed other than batteries, 电池以外的原料; `opening_work` opening work in progress, 期初在制品; `closing_work` closing work in progress, 期末在制品; `found_work` work in progress found by a stock count, 在制品盘盈; `products` 产品; `by_products` by-products, 副产品; `loss_slag` lost in slag, 炉渣损失; `loss_sludge` lost in sludge, 污泥损失; `loss_separators` lost in separators, 隔板损失; `loss_dust` lost in dust, 烟尘损失; `loss_air` lost to air, 废气损失; `loss_water` lost to water, 废水损失; `loss_stock` missing in a stock count, 盘亏; `loss_other` other losses, 其他损失
                 * @enum {string}
                 */
                readonly term: "received" | "opening_stock" | "closing_stock" | "found_stock" | "forwarded" | "other_feed" | "opening_work" | "closing_work" | "found_work" | "products" | "by_products" | "loss_slag" | "loss_sludge" | "loss_separators" | "loss_dust" | "loss_air" | "loss_water" | "loss_stock" | "loss_other";
                /** @description Mass of its records */
                readonly massGrams: number;
                /** @description Number of records behind it */
                readonly records: number;
            }[];
            /** @description Lead balance of the period */
            readonly balance: {
                /** @description Lead in batteries that entered processing, M_b */
                readonly batteryLead: components["schemas"]["Lead"];
                /** @description Change of the lead in process, ΔW */
                readonly workChange: components["schemas"]["Lead"];
                /** @description Lead available for recovery */
                readonly available: components["schemas"]["Lead"];
                /** @description Lead in products and in used by-products */
                readonly recovered: components["schemas"]["Lead"];
                /** @description Lead in known losses */
                readonly lost: components["schemas"]["Lead"];
                /** @description Lead that nothing explains */
                readonly unaccounted: components["schemas"]["Lead"];
            };
            /** @description Accepted mass with a declared default, as a share of all accepted mass */
            readonly assumedAssayShare: components["schemas"]["Fraction"] | null;
            /** @description Batteries refused or without a manifest */
            readonly notCounted: {
                /** @description How many lines and batches are left out */
                readonly records: number;
                /** @description Mass of what is left out, whole grams */
                readonly massGrams: number;
            };
            /** @description What the evaluation lacks or shows */
            readonly findings: readonly {
                /** @description Code of the finding in /problems */
                readonly code: components["schemas"]["FindingCode"];
                /** @description How serious the finding is; `block` stops the approval of the rate */
                readonly severity: components["schemas"]["Severity"];
                /** @description In the language of the request */
                readonly title: string;
                /** @description In the language of the request */
                readonly detail: string;
                /** @description Plain values that the detail shows */
                readonly facts: {
                    readonly [key: string]: unknown;
                };
            }[];
            /** @description Limits in force on the last day of the period */
            readonly controls: {
                /** @description Maximum lead of other feed, as a share of all lead fed */
                readonly otherFeedShareBasisPoints: components["schemas"]["BasisPoints"];
                /** @description Maximum unaccounted lead, as a share of the lead available */
                readonly unaccountedShareBasisPoints: components["schemas"]["BasisPoints"];
                /** @description Maximum uncertainty of the rate */
                readonly uncertaintyShareBasisPoints: components["schemas"]["BasisPoints"];
                /** @description Maximum accepted mass with a declared default, as a share of all accepted mass */
                readonly assumedAssayShareBasisPoints: components["schemas"]["BasisPoints"];
            };
        };
        /** @description Mass of lead of one record that counts towards the recovery rates, with the assay used. */
        readonly RecoveryRecord: {
            /** @description Lead, whole grams, half to even */
            readonly leadGrams: number;
            /** @description Lead, grams, exact decimal */
            readonly leadGramsExact: string;
            /** @description Identifier within the evaluation */
            readonly id: string;
            /** @description Term of the balance that the record counts to */
            readonly term: components["schemas"]["RecordTerm"];
            /** @description What was counted, moved or measured */
            readonly kind: components["schemas"]["RecoveryRecordKind"];
            /** @description Subject of the journal entries that prove it; authorities read them, the enterprise reads the record itself */
            readonly subject: string;
            /** @description Batch whose mass counts; null for counts and emissions */
            readonly batchId: components["schemas"]["Id"] | null;
            /** @description Waste code, or a code of the list materials or of the list supply-kinds */
            readonly material: string;
            /** @description Whole grams of material, of which `ppm` is lead */
            readonly massGrams: number;
            /** @description -1 when the record takes away from its term */
            readonly sign: number;
            /** @description Lead, parts per million; null when it is not known */
            readonly ppm: number | null;
            /** @description Water in the mass, parts per million */
            readonly moisturePpm: number;
            /**
             * @description How the lead content is known: batch, supplier_class and declared_default by an assay; count; measured; none
             * @enum {string}
             */
            readonly basis: "batch" | "supplier_class" | "declared_default" | "count" | "measured" | "none";
            /** @description Where the lead content comes from; null unless `basis` names an assay */
            readonly assayId: components["schemas"]["Id"] | null;
            /** @description Time of the record */
            readonly occurredAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Kind of a record of the lead balance: `manifest_line` accepted line of a manifest, 联单明细接受量; `refused_line` refused line of a manifest, 联单明细拒收量; `generation` batteries recorded on the site, 场所登记的电池; `dispatch` loaded on a vehicle, 发运; `return` came back to the consignor, 退回; `feed` fed into a run, 投料; `output` yielded by a run, 产出; `sale` sold, 销售; `disposal` disposed of, 处置; `stock_count_line` line of a stock count, 盘点明细; `stock_adjustment` adjusted after a stock count, 盘点调整; `emission` lead emitted to air or water, 排放的铅
         * @enum {string}
         */
        readonly RecoveryRecordKind: "manifest_line" | "refused_line" | "generation" | "dispatch" | "return" | "feed" | "output" | "sale" | "disposal" | "stock_count_line" | "stock_adjustment" | "emission";
        /** @description Page of a list of `RecoveryRecord`. */
        readonly RecoveryRecordPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["RecoveryRecord"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Client to register, with its roles, and its public keys if it has any. */
        readonly RegisterClient: {
            /** @description Name of the system or app */
            readonly name: string;
            /**
             * @description Client kind (客户端类型): `machine` system that acts for itself, 系统客户端; `app` application in which people log in, 人员登录的应用; `handheld` handheld device, 手持终端
             * @default machine
             */
            readonly kind?: components["schemas"]["ClientKind"];
            /**
             * @description Organisation the client acts for, for the roles of organisations
             * @default null
             */
            readonly partyId?: components["schemas"]["Id"] | null;
            /**
             * @description City (4 digits) or partner province (2 digits) the client acts for, for the roles that need one; GB/T 2260
             * @default null
             */
            readonly division?: string | null;
            /** @description Roles of a machine; the table of roles lists what each may do, and on whose records */
            readonly roles?: readonly components["schemas"]["Role"][];
            /** @description Scopes of its tokens, within what its roles (or those of the person who logs in) allow; if absent, all of these */
            readonly scopes?: readonly components["schemas"]["Scope"][];
            /** @description Public keys of a machine that signs assertions (private_key_jwt); without keys a machine gets a secret */
            readonly keys?: readonly {
                /** @description Key type (密钥类型) */
                readonly kty: components["schemas"]["KeyType"];
                /** @description Key identifier (公钥编号) */
                readonly kid?: string;
                /** @description Algorithm (签名算法): `ES256` with an EC key, 使用 EC 密钥; `PS256` with an RSA key, 使用 RSA 密钥; `EdDSA` with an OKP key, 使用 OKP 密钥 */
                readonly alg?: components["schemas"]["KeyAlgorithm"];
                /**
                 * @description Use of the key, always `sig`: it signs assertions
                 * @enum {string}
                 */
                readonly use?: "sig";
                /** @description Curve (椭圆曲线) */
                readonly crv?: components["schemas"]["KeyCurve"];
                /** @description Coordinate x (坐标 x) */
                readonly x?: string;
                /** @description Coordinate y (坐标 y) */
                readonly y?: string;
                /** @description Modulus (模数 n) */
                readonly n?: string;
                /** @description Exponent (指数 e) */
                readonly e?: string;
            }[];
            /**
             * @description Addresses to which the browser returns after a login; only for an app
             * @default []
             */
            readonly redirectUris?: readonly string[];
            /**
             * @description Requires that every token is bound to a key of the client (DPoP); always true for a handheld
             * @default false
             */
            readonly dpopRequired?: boolean;
        };
        /** @description Licence to register, as its document states. */
        readonly RegisterLicence: {
            /** @description Number (许可证编号) that the issuing authority printed on the document */
            readonly number: string;
            /** @description Activity that the licence allows (经营方式): `collection` 收集; `recycling` 利用; `transport` 运输 */
            readonly mode: components["schemas"]["LicenceMode"];
            /** @description Codes of the national list that the licence covers */
            readonly wasteCodes: readonly components["schemas"]["WasteCode"][];
            /**
             * @description Approved annual scale in whole grams
             * @default null
             */
            readonly annualLimitGrams?: number | null;
            /** @description First day of validity (有效期起) */
            readonly validFrom: components["schemas"]["Day"];
            /** @description First day on which the licence is no longer valid */
            readonly validTo: components["schemas"]["Day"];
            /** @description Issuing authority (发证机关) */
            readonly issuer: string;
            /**
             * @description Name of the file of the licence document
             * @default null
             */
            readonly fileName?: string | null;
            /**
             * @description SHA-256 of that file, lower-case hexadecimal
             * @default null
             */
            readonly fileSha256?: components["schemas"]["Sha256"] | null;
        };
        /** @description Number of a manifest on paper, and why the system could not be used. */
        readonly RegisterPaperManifest: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /** @description Number of the paper manifest */
            readonly number: string;
            /** @description Why the system could not be used */
            readonly reason: string;
            /** @description Time when the transfer was completed (转移完成时间) */
            readonly transferCompletedAt?: components["schemas"]["Instant"] | null;
        };
        /** @description Other system to register, with its address and public keys. */
        readonly RegisterPartner: {
            /** @description GB/T 2260 code of the province, or "national" */
            readonly code: string;
            /** @description Name of the authority */
            readonly name: string;
            /** @description Partner kind (对接方类型): `province` 省份; `national` national system, 国家系统 */
            readonly kind: components["schemas"]["PartnerKind"];
            /**
             * Format: uri
             * @description Address of its service; messages go to addresses below it
             */
            readonly baseUrl: string;
            /** @description All keys it signs with; keys that are left out are no longer accepted */
            readonly keys: readonly components["schemas"]["RegisterPartnerKey"][];
            /**
             * @description True for a stand-in to try things with: numbers that it issues have no legal effect
             * @default false
             */
            readonly sandbox?: boolean;
        };
        /** @description Public key of a partner to register, with the term in which it may sign. */
        readonly RegisterPartnerKey: {
            /** @description Identifier of the key, as signatures name it in their header */
            readonly kid: string;
            /** @description Public key on P-256 (RFC 7518); further members are ignored */
            readonly jwk: components["schemas"]["PublicKey"];
            /**
             * Format: date-time
             * @description First instant at which the key may sign
             */
            readonly notBefore: string;
            /**
             * @description First instant at which it may no longer sign; null while none is set
             * @default null
             */
            readonly notAfter?: string | null;
        };
        /** @description Organisation to register. */
        readonly RegisterParty: {
            /**
             * @description Unified social credit code (统一社会信用代码)
             * @default null
             */
            readonly uscc?: string | null;
            /**
             * @description Reason for the missing code, such as natural person or shop without a licence
             * @default null
             */
            readonly usccMissingReason?: string | null;
            /** @description Name as in the business licence */
            readonly name: string;
            /**
             * @description GB/T 2260 code of its city (4 digits) or county (6 digits)
             * @example 450100
             */
            readonly divisionCode: components["schemas"]["DivisionCode"];
            /**
             * @description Street and house number (地址)
             * @default null
             */
            readonly address?: string | null;
            /**
             * @description Contact person (联系人)
             * @default null
             */
            readonly contactName?: string | null;
            /**
             * @description Contact telephone (联系电话)
             * @default null
             */
            readonly contactPhone?: components["schemas"]["Phone"] | null;
            /**
             * @description active: may act at once; registered: may not act until it is reviewed and approved
             * @default active
             * @enum {string}
             */
            readonly state?: "registered" | "active";
        };
        /** @description Person to register, with roles. */
        readonly RegisterPerson: {
            /** @description Name of the person; personal data */
            readonly personName: string;
            /**
             * @description Telephone of the person (联系电话)
             * @default null
             */
            readonly personPhone?: components["schemas"]["Phone"] | null;
            /**
             * @description Organisation the person acts for; a manager may leave it out
             * @default null
             */
            readonly partyId?: components["schemas"]["Id"] | null;
            /**
             * @description City (4 digits) or partner province (2 digits) the person acts for, for the roles that need one; GB/T 2260
             * @default null
             */
            readonly division?: string | null;
            /** @description Roles of the person; the table of roles lists what each may do, and on whose records */
            readonly roles: readonly components["schemas"]["Role"][];
            /**
             * @description Login name; absent for a person who never logs in, such as a driver named on manifests
             * @default null
             */
            readonly login?: string | null;
        };
        /** @description Site of an organisation to register. */
        readonly RegisterSite: {
            /** @description Kind of site (场所类型): `generator` 产生单位; `collection_point` collection point, 收集网点; `transfer_point` transfer point, 集中转运点; `recycler` 再生利用单位; `producer` 生产企业 */
            readonly kind: components["schemas"]["SiteKind"];
            /** @description Name by which people know the site (场所名称), such as 南宁一号收集点 */
            readonly name: string;
            /**
             * @description GB/T 2260 code of its city (4 digits) or county (6 digits)
             * @example 450100
             */
            readonly divisionCode: components["schemas"]["DivisionCode"];
            /**
             * @description Street and house number (地址)
             * @default null
             */
            readonly address?: string | null;
            /**
             * @description Degrees north, CGCS2000
             * @default null
             */
            readonly latitude?: number | null;
            /**
             * @description Degrees east, CGCS2000
             * @default null
             */
            readonly longitude?: number | null;
            /**
             * @description Designed storage capacity in whole grams
             * @default null
             */
            readonly storageLimitGrams?: number | null;
            /**
             * @description Longest permitted storage in days
             * @default null
             */
            readonly storageLimitDays?: number | null;
        };
        /** @description Vehicle of a carrier to register, with its permit. */
        readonly RegisterVehicle: {
            /** @description Plate (车牌号) with its character, letters and digits, such as 桂A12345; spaces and dots do not count */
            readonly plate: string;
            /**
             * @description Colour of the plate (GA 36-2018)
             * @default null
             */
            readonly plateColor?: components["schemas"]["PlateColor"] | null;
            /**
             * @description true for a trailer 挂车, which has a plate of its own
             * @default false
             */
            readonly trailer?: boolean;
            /** @description Number of the transport permit 道路运输证 */
            readonly permitNumber: string;
            /** @description First day of the permit (运输证有效期起) */
            readonly permitValidFrom: components["schemas"]["Day"];
            /** @description First day on which the permit is no longer valid, such as 2031-01-01 */
            readonly permitValidTo: components["schemas"]["Day"];
        };
        /** @description Rejection of a whole load, line by line, with the kinds of difference. */
        readonly RejectLoad: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
            /** @description Refused mass of each line as weighed; left out, the masses count as they were sent */
            readonly lines?: readonly {
                /** @description `line` of the line in the manifest (联单行号), from 1 */
                readonly line: number;
                /** @description Refused mass in grams (拒收量（克）) */
                readonly refusedGrams: components["schemas"]["MassGramsOrNone"];
                /** @description Refused pieces (拒收数量（只）) */
                readonly refusedPieces: components["schemas"]["Pieces"];
            }[] | null;
            /**
             * @description Codes of the list discrepancy-kinds
             * @default []
             */
            readonly differenceKinds?: readonly string[];
            /**
             * @description Remarks (备注) that the other organisations and the authorities read
             * @default null
             */
            readonly remarks?: string | null;
        };
        /** @description Request without members: the client in the address is revoked permanently. */
        readonly RevokeClient: Record<string, never>;
        /**
         * @description Risk class of waste lead-acid batteries (HJ 519-2020): `I` class I, sealed and unbroken, 第Ⅰ类; `II` class II, open or broken, 第Ⅱ类
         * @enum {string}
         */
        readonly RiskClass: "I" | "II";
        /**
         * @description Role of a person or machine; the table of roles in docs/access.md lists what each may do: `enterprise_operator` enterprise operator, 企业操作员; `enterprise_manager` enterprise manager, 企业负责人; `collection_point_operator` collection point operator, 收集网点操作员; `driver` 驾驶人; `city_regulator` city regulator, 市级监管人员; `province_regulator` province regulator, 省级监管人员; `assessor` 评估人员; `auditor` 审计人员; `national_reader` national reader, 国家系统只读账号; `partner_province` partner province, 对接省份; `administrator` 管理员
         * @enum {string}
         */
        readonly Role: "enterprise_operator" | "enterprise_manager" | "collection_point_operator" | "driver" | "city_regulator" | "province_regulator" | "assessor" | "auditor" | "national_reader" | "partner_province" | "administrator";
        /** @description Renewal of a client secret, with the hours in which the old one stays valid. */
        readonly RotateSecret: {
            /**
             * @description Hours for which the secret before stays valid
             * @default 24
             */
            readonly overlapHours?: number;
        };
        /** @description Fault in a row of an import, with its column and how to correct it. */
        readonly RowFault: {
            /** @description The sheet of a workbook; null for a CSV file */
            readonly sheet: string | null;
            /** @description Line of the file, counted from 1, the header included */
            readonly line: number;
            /** @description Column counted from 1; null for a fault of the whole row */
            readonly column: number | null;
            /** @description The column as a spreadsheet names it, such as C */
            readonly letters: string | null;
            /** @description The column as the header of the file names it */
            readonly name: string | null;
            /** @description The field as the JSON of the record names it */
            readonly field: string | null;
            /** @description Rule that the value breaks */
            readonly rule: string;
            /** @description What is wrong */
            readonly detail: string;
            /** @description What to do */
            readonly remedy: string;
        };
        /**
         * @description Outcome of a row of an import: `registered` new, and written if `applied` is true; `unchanged` known with the same data; `refused` has a fault, so nothing was written
         * @enum {string}
         */
        readonly RowOutcome: "registered" | "unchanged" | "refused";
        /** @description Run of a process at a site: mass fed, yielded, gained, lost and held. */
        readonly Run: {
            /** @description Also the id of the account of the run */
            readonly id: components["schemas"]["Id"];
            /** @description The recycler */
            readonly partyId: components["schemas"]["Id"];
            /** @description Site of the recycler at which the process runs */
            readonly siteId: components["schemas"]["Id"];
            /** @description Code of the list processes */
            readonly process: string;
            /** @description State of the run (处理批次状态): `open` 进行中; `closed` 已结束 */
            readonly state: components["schemas"]["RunState"];
            /** @description Time of the start */
            readonly startedAt: components["schemas"]["InstantUtc"];
            /** @description Time of the closing; null while it is open */
            readonly closedAt: components["schemas"]["InstantUtc"] | null;
            /** @description Mass fed so far */
            readonly fedGrams: components["schemas"]["Grams"];
            /** @description Mass of all outputs so far */
            readonly yieldedGrams: components["schemas"]["Grams"];
            /** @description Uptake of oxygen and water, from the boundary account adjustment */
            readonly gainedGrams: components["schemas"]["Grams"];
            /** @description Water and gas, to the boundary account loss */
            readonly lostGrams: components["schemas"]["Grams"];
            /** @description Mass carried over into a batch of work in progress */
            readonly carriedGrams: components["schemas"]["Grams"];
            /** @description Mass inside the run now */
            readonly heldGrams: components["schemas"]["Grams"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Kind of a batch that a run made: `product` made to be sold, 产品; `by_product` made beside the product, 副产品; `residue` left over, 残渣; `other_feed` fed again, 其他投料
         * @enum {string}
         */
        readonly RunBatchKind: "product" | "by_product" | "residue" | "other_feed";
        /** @description Run after a step, with the batches that the step made. */
        readonly RunBatches: {
            /** @description The run after the step */
            readonly run: components["schemas"]["Run"];
            /** @description Batches that the step made */
            readonly batches: readonly {
                /** @description Batch that the step made: read it with `GET /v1/batches/{id}` */
                readonly id: components["schemas"]["Id"];
                /** @description Kind of the batch, as in Batch */
                readonly kind: components["schemas"]["RunBatchKind"];
                /** @description Waste code of a residue that is hazardous waste, otherwise as `materialCode` */
                readonly material: string;
                /** @description Code of the list materials as it was sent: dust and sludge share a waste code and differ here; `work_in_progress` for mass that is carried over */
                readonly materialCode: string;
                /** @description Mass that went from the run into this batch */
                readonly massGrams: components["schemas"]["Grams"];
            }[];
        };
        /** @description Movement of mass into or out of a run. */
        readonly RunMovement: {
            /** @description Number of the movement, unique in this service */
            readonly id: string;
            /** @description Kind of the movement, as in Movement */
            readonly kind: components["schemas"]["RunMovementKind"];
            /** @description The batch at the other end; null at a boundary account */
            readonly batchId: components["schemas"]["Id"] | null;
            /**
             * @description in: into the run; out: out of it
             * @enum {string}
             */
            readonly direction: "in" | "out";
            /** @description Waste code, or a code of the list materials or of the list supply-kinds; null at a boundary account */
            readonly material: string | null;
            /** @description Code of the list materials under which an output was recorded, or `work_in_progress`; null for all other movements */
            readonly materialCode: string | null;
            /** @description Mass that moved */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Batteries that moved */
            readonly pieces: number;
            /** @description Time of the movement */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Kind of a movement of a run: `feed` fed into the run, 投料; `output` yielded by the run, 产出; `process_difference` gained or lost in the run, 工艺增减; `stock_adjustment` corrected after a stock count, 盘点调整
         * @enum {string}
         */
        readonly RunMovementKind: "feed" | "output" | "process_difference" | "stock_adjustment";
        /** @description Page of a list of `RunMovement`. */
        readonly RunMovementPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["RunMovement"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Page of a list of `Run`. */
        readonly RunPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Run"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description State of a run: `open` open, may be fed and yield outputs, 运行中; `closed` closed, final, 已结束
         * @enum {string}
         */
        readonly RunState: "open" | "closed";
        /**
         * @description Action that a token may allow: `parties:read` Read organisations, sites and licences, 查看单位、场所和许可证; `parties:write` Register organisations, sites and licences of this province, and organisations of others that trade with them, 登记本省的单位、场所和许可证，以及业务所需的外省单位; `batches:read` Read batches, movements and traces that the caller may see, 查看权限范围内的批次、物料流转和追溯; `batches:write` Record batches and movements of the own organisation, 登记本单位的批次和物料流转; `manifests:read` Read manifests that the caller may see, 查看权限范围内的联单; `manifests:write` Draft manifests and take the steps of consignor and receiver for the own organisation, 填写联单，并为本单位办理移出人和接受人的步骤; `manifests:carry` Take the steps of the carrier for the own organisation, 为本单位办理承运人的步骤; `recycling:read` Read processing runs, assays and stock counts that the caller may see, 查看权限范围内的处理批次、检测和盘点; `recycling:write` Record processing runs, assays and stock counts of the own organisation, 登记本单位的处理批次、检测和盘点; `recycling:confirm` Confirm or reject stock adjustments that another person of the own organisation proposed, 复核本单位其他人员提出的盘点调整; `recovery:read` Read recovery rates with the records behind them, 查看回收率及其原始记录; `oversight:read` Read flows, and the records behind them, 查看流向及其原始记录; `books:read` Read the books of the province, which show that all mass is accounted for, 查看全省账目，核对物料是否全部入账; `journal:read` Read the sealed journal, 查看已定序的日志; `personal:read` Read personal data in clear, each time with a purpose that the journal keeps, 查看未脱敏的个人信息，每次须说明用途并记入日志; `exchange:read` Read partners, deliveries and received messages, 查看对接方、投递和收到的报文; `exchange:write` Register partners and resend parked deliveries, 登记对接方，重发待人工处理的投递; `clients:write` Register clients, change their secrets, revoke them, 登记客户端、更换密钥、撤销客户端; `people:read` Read the people who log in and are named, 查看已登记的人员，包括不登录系统的人员; `people:write` Register people, change their roles, block and unblock them, give them initial passwords, 登记人员、变更角色、停用和启用账号、重设初始密码
         * @enum {string}
         */
        readonly Scope: "parties:read" | "parties:write" | "batches:read" | "batches:write" | "manifests:read" | "manifests:write" | "manifests:carry" | "recycling:read" | "recycling:write" | "recycling:confirm" | "recovery:read" | "oversight:read" | "books:read" | "journal:read" | "personal:read" | "exchange:read" | "exchange:write" | "clients:write" | "people:read" | "people:write";
        /** @description How a clash of numbers was clarified. */
        readonly SettleNumberClash: {
            /** @description What the authorities have agreed on (处理说明) */
            readonly remarks: string;
        };
        /**
         * @description Severity of a warning or finding: `note` for information, 提示; `flag` a person must review it, 须人工复核; `block` the figure must not be approved, 不得核定
         * @enum {string}
         */
        readonly Severity: "note" | "flag" | "block";
        /**
         * @description SHA-256, 64 lower-case hexadecimal digits
         * @example e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
         */
        readonly Sha256: string;
        /** @description Site of an organisation in the register. */
        readonly Site: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Organisation of the site */
            readonly partyId: components["schemas"]["Id"];
            /** @description Kind of site (场所类型): `generator` 产生单位; `collection_point` collection point, 收集网点; `transfer_point` transfer point, 集中转运点; `recycler` 再生利用单位; `producer` 生产企业 */
            readonly kind: components["schemas"]["SiteKind"];
            /** @description Name under which its organisation registered the site */
            readonly name: string;
            /** @description GB/T 2260 code of its city or county */
            readonly divisionCode: string;
            /** @description Street and house number; null when it was not given */
            readonly address: string | null;
            /** @description Degrees north, CGCS2000 */
            readonly latitude: number | null;
            /** @description Degrees east, CGCS2000 */
            readonly longitude: number | null;
            /** @description Designed storage capacity */
            readonly storageLimitGrams: components["schemas"]["Grams"] | null;
            /** @description Longest permitted storage in days */
            readonly storageLimitDays: number | null;
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
        };
        /**
         * @description Kind of a site (HJ 519-2020): `generator` 产生单位; `collection_point` collection point, 收集网点; `transfer_point` transfer point, 集中转运点; `recycler` 再生利用单位; `producer` 生产企业
         * @enum {string}
         */
        readonly SiteKind: "generator" | "collection_point" | "transfer_point" | "recycler" | "producer";
        /** @description Page of a list of `Site`. */
        readonly SitePage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Site"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Mass and pieces that leave a batch and become a new one. */
        readonly SplitBatch: {
            /** @description Mass in grams (重量（克）) */
            readonly massGrams: components["schemas"]["MassGrams"];
            /** @description Number of pieces (数量（只）) */
            readonly pieces: components["schemas"]["Pieces"];
        };
        /** @description Difference between counted and book stock, booked or waiting for its second person. */
        readonly StockAdjustment: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description The recycler */
            readonly partyId: components["schemas"]["Id"];
            /** @description The site of the count */
            readonly siteId: components["schemas"]["Id"];
            /** @description The stock count */
            readonly countId: components["schemas"]["Id"];
            /** @description Code of the list stock-items */
            readonly item: string;
            /** @description Instant of the count: the books are those of then, and the mass moves then */
            readonly countedAt: components["schemas"]["InstantUtc"];
            /** @description Code of the list adjustment-reasons */
            readonly reasonCode: string;
            /** @description What happened, in words */
            readonly reason: string;
            /** @description Counted mass of the item */
            readonly countedGrams: components["schemas"]["Grams"];
            /** @description Mass of the item in the books, what open runs hold included */
            readonly bookGrams: components["schemas"]["Grams"];
            /** @description Counted batteries; null when they were weighed only */
            readonly countedPieces: number | null;
            /** @description Batteries in the books */
            readonly bookPieces: number;
            /** @description Lead in the counted mass, also of what was found or is missing */
            readonly leadPpm: number;
            /** @description The adjusted batches */
            readonly batches: readonly {
                /** @description The batch */
                readonly batchId: components["schemas"]["Id"];
                /** @description Its mass in the books at the instant of the count */
                readonly bookGrams: components["schemas"]["Grams"];
                /** @description Its batteries in the books */
                readonly bookPieces: number;
                /** @description Its counted mass; the movement makes up the difference */
                readonly countedGrams: components["schemas"]["Grams"];
                /** @description Its counted batteries */
                readonly countedPieces: number;
            }[];
            /** @description True when the law (recycling.adjustment-limit) wants a second person */
            readonly aboveLimit: boolean;
            /** @description What one person may book within the days of the law, whole grams */
            readonly limitGrams: components["schemas"]["Grams"];
            /** @description Mass has moved only when it is `booked` */
            readonly state: components["schemas"]["StockAdjustmentState"];
            /** @description Subject of the token that proposed it, or booked it below the limit */
            readonly proposedBy: string;
            /** @description Time of the proposal */
            readonly proposedAt: components["schemas"]["InstantUtc"];
            /** @description End of the time for the second person; null below the limit */
            readonly expiresAt: components["schemas"]["InstantUtc"] | null;
            /** @description Subject of the token of the second person; null without one */
            readonly decidedBy: string | null;
            /** @description Time of the decision */
            readonly decidedAt: components["schemas"]["InstantUtc"] | null;
            /** @description What the second person found */
            readonly decision: string | null;
            /** @description Records that the booking changed; empty before it */
            readonly affected: readonly components["schemas"]["AffectedRecord"][];
        };
        /** @description Page of a list of `StockAdjustment`. */
        readonly StockAdjustmentPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["StockAdjustment"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description State of a stock adjustment: `proposed` 待复核; `booked` 已入账; `rejected` 已退回; `expired` 已过期
         * @enum {string}
         */
        readonly StockAdjustmentState: "proposed" | "booked" | "rejected" | "expired";
        /** @description Recorded stock count of a site. */
        readonly StockCount: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description The recycler */
            readonly partyId: components["schemas"]["Id"];
            /** @description The site */
            readonly siteId: components["schemas"]["Id"];
            /** @description Day at the end of which was counted */
            readonly countedOn: string;
            /** @description Person who counted */
            readonly countedBy: string;
            /** @description Counted items */
            readonly lines: readonly {
                /** @description Code of the list stock-items */
                readonly item: string;
                /**
                 * @description battery_stock: whole batteries; work: everything in process
                 * @enum {string}
                 */
                readonly term: "battery_stock" | "work";
                /** @description Counted mass */
                readonly massGrams: components["schemas"]["Grams"];
                /** @description Counted batteries; null when they were weighed only */
                readonly pieces: number | null;
                /** @description Lead in the counted mass, parts per million */
                readonly leadPpm: number;
                /** @description Assay certificate or sampling record */
                readonly evidence: string | null;
            }[];
            /** @description The stock count that this one corrects */
            readonly replacesId: components["schemas"]["Id"] | null;
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
        };
        /** @description Page of a list of `StockCount`. */
        readonly StockCountPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["StockCount"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /** @description Stock of a site, compared with its limits of mass and time. */
        readonly Storage: {
            /** @description The site */
            readonly siteId: components["schemas"]["Id"];
            /** @description Organisation of the site */
            readonly partyId: components["schemas"]["Id"];
            /** @description Kind of the site, which decides its limits */
            readonly kind: components["schemas"]["StorageSiteKind"];
            /** @description Name of the site */
            readonly name: string;
            /** @description GB/T 2260 code of the site */
            readonly divisionCode: string;
            /** @description Batteries and residues in stock, whole grams */
            readonly stockGrams: components["schemas"]["Grams"];
            /** @description Number of batches in stock */
            readonly batches: number;
            /** @description Time of origin of the oldest batch in stock */
            readonly oldestAt: components["schemas"]["InstantUtc"];
            /** @description Stricter of the site's own limit and that of the law for its kind */
            readonly limitGrams: components["schemas"]["Grams"] | null;
            /** @description Last day on which the oldest batch may be stored */
            readonly dueOn: string | null;
            /** @description Share of the mass limit in basis points; null without a limit */
            readonly massShareBasisPoints: number | null;
            /** @description Share of the longest permitted storage in basis points; null without a limit */
            readonly ageShareBasisPoints: number | null;
            /** @description Greater of the two shares */
            readonly shareBasisPoints: number;
            /** @description true when a limit is exceeded */
            readonly exceeded: boolean;
        };
        /** @description Page of a list of `Storage`. */
        readonly StoragePage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Storage"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description Kind of a site with stock, as in Site: `generator` 产生单位; `collection_point` collection point, 收集网点; `transfer_point` transfer point, 集中转运点; `recycler` 再生利用单位; `producer` 生产企业
         * @enum {string}
         */
        readonly StorageSiteKind: "generator" | "collection_point" | "transfer_point" | "recycler" | "producer";
        /**
         * @description Warning about the storage of a site, which stops nothing.
         * @example {
         *       "code": "storage-limit-reached",
         *       "severity": "note",
         *       "title": "贮存量接近或超过限值",
         *       "detail": "编号为 0199f2c4-5b1e-7d30-9a44-000000000011 的场所，危险废物贮存量为 2.46 吨，限值为 3 吨。",
         *       "facts": {
         *         "siteId": "0199f2c4-5b1e-7d30-9a44-000000000011",
         *         "shareBasisPoints": 8200,
         *         "stockGrams": 2460000,
         *         "limitGrams": 3000000
         *       }
         *     }
         */
        readonly StorageWarning: {
            /**
             * @description Code of the warning in /problems
             * @constant
             */
            readonly code: "storage-limit-reached";
            /** @description note: the stock nears its limit; flag: it is above the limit; block is not used here */
            readonly severity: components["schemas"]["Severity"];
            /** @description In the language of Accept-Language */
            readonly title: string;
            /** @description The case in words */
            readonly detail: string;
            /** @description Plain values that the detail shows */
            readonly facts: {
                /** @description The site */
                readonly siteId: components["schemas"]["Id"];
                /** @description Basis points of the limit, rounded down */
                readonly shareBasisPoints: number;
                /** @description Mass in stock */
                readonly stockGrams: components["schemas"]["Grams"];
                /** @description Limit of the site */
                readonly limitGrams: components["schemas"]["Grams"];
            };
        };
        /** @description Submission of a draft by the consignor. */
        readonly SubmitManifest: {
            /** @description When it happened; now when left out */
            readonly at?: components["schemas"]["Instant"];
        };
        /** @description Recorded purchase of material from outside the system. */
        readonly Supply: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description The recycler */
            readonly partyId: components["schemas"]["Id"];
            /** @description The site */
            readonly siteId: components["schemas"]["Id"];
            /** @description The batch to feed to runs */
            readonly batchId: components["schemas"]["Id"];
            /** @description Code of the list supply-kinds */
            readonly sourceKind: string;
            /** @description Organisation from which the material was bought */
            readonly supplierName: string;
            /** @description Invoice, weighbridge ticket or customs declaration */
            readonly documentNumber: string | null;
            /** @description Mass received */
            readonly massGrams: components["schemas"]["Grams"];
            /** @description Time of receipt */
            readonly receivedAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
            /** @description How often it was corrected; its values are those that count */
            readonly corrections: number;
        };
        /** @description Page of a list of `Supply`. */
        readonly SupplyPage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Supply"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description Format of a file that is downloaded: `csv` CSV in UTF-8 with a byte order mark; `xlsx` workbook of a spreadsheet program
         * @enum {string}
         */
        readonly TableFormat: "csv" | "xlsx";
        /** @description Origin or destination of a batch, step by step. */
        readonly Trace: {
            /** @description The batch that is traced, with the mass that it holds now: 0 after it was sent or fed */
            readonly batch: components["schemas"]["Batch"];
            /** @description Direction in which the batch is traced */
            readonly direction: components["schemas"]["TraceDirection"];
            /** @description false when the trace has more steps than shown */
            readonly complete: boolean;
            /** @description Movements on the way, nearest to the batch first */
            readonly steps: readonly components["schemas"]["TraceStep"][];
        };
        /**
         * @description Direction of a trace: `back` to the sources, 追溯来源; `forward` to the destinations, 追踪去向
         * @enum {string}
         */
        readonly TraceDirection: "back" | "forward";
        /** @description Movement on the way to or from a batch, with its share. */
        readonly TraceStep: {
            /** @description Number of the movement, unique in this service */
            readonly id: string;
            /** @description Batch kind (批次类型): `battery` batteries, 废铅蓄电池; `transit` in transit, 在途; `process` in processing, 处理中; `product` 产品; `by_product` by-product, 副产品; `residue` 残渣; `other_feed` other feed, 其他投料 */
            readonly kind: components["schemas"]["MovementKind"];
            /** @description Batch that the mass left; null at a boundary account */
            readonly fromBatchId: components["schemas"]["Id"] | null;
            /** @description Boundary account that the mass left; null at a batch */
            readonly fromBoundary: components["schemas"]["Boundary"] | null;
            /** @description Batch that the mass entered; null at a boundary account */
            readonly toBatchId: components["schemas"]["Id"] | null;
            /** @description Boundary account that the mass entered; null at a batch */
            readonly toBoundary: components["schemas"]["Boundary"] | null;
            /** @description null between two batches of other organisations; sharePpm shows the own share */
            readonly massGrams: components["schemas"]["Grams"] | null;
            /** @description null between two batches of other organisations */
            readonly pieces: number | null;
            /** @description Record that proves the movement, such as `manifest:<id>` */
            readonly evidence: string | null;
            /** @description Time of the movement */
            readonly occurredAt: components["schemas"]["InstantUtc"];
            /** @description Time at which this service recorded it */
            readonly recordedAt: components["schemas"]["InstantUtc"];
            /** @description 1: directly at the batch */
            readonly depth: number;
            /** @description back: share of the batch that came with this movement; forward: share of the batch that left with it */
            readonly sharePpm: number;
            /** @description The batch at the far end; null at a boundary account */
            readonly otherEnd: {
                /** @description Batch kind (批次类型): `battery` batteries, 废铅蓄电池; `transit` in transit, 在途; `process` in processing, 处理中; `product` 产品; `by_product` by-product, 副产品; `residue` 残渣; `other_feed` other feed, 其他投料 */
                readonly kind: components["schemas"]["BatchKind"];
                /** @description Waste code, or a code of the list materials or of the list supply-kinds */
                readonly material: string;
                /** @description Kind of battery; null for other material */
                readonly batteryKind: components["schemas"]["BatteryKind"] | null;
                /** @description Organisation; null when the caller may not see it */
                readonly partyName: string | null;
                /** @description Site; null when the caller may not see it */
                readonly siteName: string | null;
            } | null;
        };
        /** @description Vehicles, driver and route of a load. */
        readonly Transport: {
            /** @description Plates of the vehicles */
            readonly plates: readonly string[];
            /** @description Number of the permit 道路运输证 of the vehicles; null when it was not given */
            readonly permitNumber: string | null;
            /** @description Driver; personal data */
            readonly driver: string | null;
            /** @description Place where the vehicle departed, as the carrier wrote it */
            readonly from: string;
            /** @description Places on the way, as the carrier wrote them */
            readonly via: string | null;
            /** @description Protections of the vehicle: rain, leakage, scattering */
            readonly protections: readonly string[];
        };
        /** @description Vehicle of a carrier in the register, with its permit. */
        readonly Vehicle: {
            /** @description Identifier (编号) */
            readonly id: components["schemas"]["Id"];
            /** @description Organisation that has the vehicle */
            readonly partyId: components["schemas"]["Id"];
            /** @description Plate with its character, letters and digits, without spaces and dots */
            readonly plate: string;
            /** @description Colour of the plate; null when it was not given */
            readonly plateColor: components["schemas"]["PlateColor"] | null;
            /** @description true for a trailer */
            readonly trailer: boolean;
            /** @description Number of the transport permit */
            readonly permitNumber: string;
            /** @description First day of the permit */
            readonly permitValidFrom: string;
            /** @description First day on which the permit is no longer valid */
            readonly permitValidTo: string;
            /** @description Time of the registration */
            readonly registeredAt: components["schemas"]["InstantUtc"];
            /** @description Unusual features of the plate, which did not prevent the registration */
            readonly warnings: readonly {
                /** @description Code of the warning in /problems */
                readonly code: components["schemas"]["VehicleWarningCode"];
                /** @description How serious the warning is; vehicles have no warnings of severity `block` */
                readonly severity: components["schemas"]["Severity"];
                /** @description In the language of the request */
                readonly title: string;
                /** @description In the language of the request */
                readonly detail: string;
            }[];
        };
        /** @description Page of a list of `Vehicle`. */
        readonly VehiclePage: {
            /** @description At most `limit` records, in the order of the list */
            readonly items: readonly components["schemas"]["Vehicle"][];
            /** @description To be sent as `cursor` for the next page; null at the end */
            readonly nextCursor: string | null;
        };
        /**
         * @description Code of a warning about a vehicle: `plate-form` Unusual plate, 车牌号格式异常; `plate-not-of-trailer` Not a trailer plate, 车牌号与挂车不符; `plate-of-trailer` Trailer plate, 车牌号为挂车号牌; `plate-color` Unusual plate colour, 号牌颜色异常
         * @enum {string}
         */
        readonly VehicleWarningCode: "plate-form" | "plate-not-of-trailer" | "plate-of-trailer" | "plate-color";
        /**
         * @description Code of the national list of hazardous waste
         * @example 900-052-31
         */
        readonly WasteCode: string;
        /** @description Outputs of a run. Mass that the run lacks counts as uptake of oxygen and water, from the boundary account adjustment, up to a limit of the law */
        readonly YieldFromRun: {
            /** @description Time of the output (产出时间) */
            readonly yieldedAt: components["schemas"]["Instant"];
            /** @description Each output becomes a batch */
            readonly outputs: readonly {
                /** @description Code of the list materials: refined_lead, lead_alloy, slag, dust … */
                readonly material: string;
                /** @description Mass in grams (重量（克）) */
                readonly massGrams: components["schemas"]["MassGrams"];
            }[];
        };
        /** @description Problem details (RFC 9457). Further members are facts of the case. */
        readonly Problem: {
            /** @description Address of the problem in the catalogue */
            readonly type: string;
            /** @description The kind of problem, in the language of Accept-Language */
            readonly title: string;
            /** @description HTTP status */
            readonly status: number;
            /** @description The case in words, in the language of Accept-Language */
            readonly detail: string;
            /** @description The request, for the log */
            readonly instance?: string;
            /**
             * @description Stable; never changes its meaning. The list may grow
             * @enum {string}
             */
            readonly code: "assay-exists" | "assay-missing" | "assay-not-its-correction" | "authorization-code-unknown" | "authorization-code-used" | "batch-class-contradicts-condition" | "batch-instant-early" | "batch-mass-exceeded" | "batch-missing" | "batch-not-feedable" | "batch-not-mergeable" | "batch-not-stock" | "batch-on-other-site" | "batch-pieces-exceeded" | "batch-pieces-missing" | "batch-quantities-apart" | "batch-too-large" | "batches-not-alike" | "body-name-repeated" | "body-too-large" | "body-unreadable" | "cell-covered" | "cell-disguised" | "cell-is-error" | "cell-is-number" | "cell-is-serial" | "cell-placeholder" | "cell-spoiled" | "client-assertion-replayed" | "client-credentials-wrong" | "client-has-no-secret" | "client-missing" | "client-revoked" | "client-revoked-already" | "client-scope-refused" | "code-unknown" | "code-verifier-wrong" | "content-type-unsupported" | "correction-below-moved" | "correction-changes-nothing" | "correction-description-used" | "correction-elsewhere" | "correction-mass-promised" | "correction-missing" | "correction-quantities-apart" | "correction-year-closed" | "credentials-blocked" | "cursor-invalid" | "delivery-missing" | "delivery-not-parked" | "device-code-denied" | "device-code-expired" | "device-code-pending" | "device-code-too-fast" | "device-code-unknown" | "device-code-used" | "device-code-wrong" | "disposition-missing" | "disposition-not-for-kind" | "division-unknown" | "emission-missing" | "envelope-algorithm-refused" | "envelope-key-not-valid" | "envelope-key-retired" | "envelope-key-unknown" | "envelope-premature" | "envelope-receiver-wrong" | "envelope-sender-unknown" | "envelope-signature-not-canonical" | "envelope-signature-wrong" | "envelope-unreadable" | "exchange-manifest-missing" | "export-too-large" | "feed-missing" | "grant-type-refused" | "header-repeated" | "host-contradictory" | "http-unreadable" | "idempotency-key-invalid" | "idempotency-key-missing" | "idempotency-key-reused" | "import-busy" | "import-missing" | "import-overtaken" | "import-refused" | "instant-in-future" | "internal" | "issuer-unreachable" | "journal-broken" | "journal-shorter" | "law-missing" | "law-not-yet-in-force" | "law-unreadable" | "licence-exists" | "licence-missing" | "licence-scale-exceeded" | "licence-step-not-allowed" | "licence-step-too-early" | "licence-suspended" | "licence-unknown" | "login-code-wrong" | "login-ended" | "login-lapsed" | "login-locked" | "login-other-person" | "login-wrong" | "manifest-batch-elsewhere" | "manifest-code-unknown" | "manifest-completion-missing" | "manifest-consignor-elsewhere" | "manifest-decision-contradicts" | "manifest-document-contradicts" | "manifest-lines-mismatch" | "manifest-method-missing" | "manifest-missing" | "manifest-not-for-us" | "manifest-not-your-step" | "manifest-number-foreign" | "manifest-number-invalid" | "manifest-number-needed" | "manifest-number-taken" | "manifest-numbered-already" | "manifest-party-unregistered" | "manifest-party-without-code" | "manifest-pieces-differ" | "manifest-pieces-implausible" | "manifest-place-elsewhere" | "manifest-quantities-apart" | "manifest-receiver-site-mismatch" | "manifest-receiver-site-unknown" | "manifest-step-elsewhere" | "manifest-step-not-allowed" | "manifest-step-not-yours-to-send" | "manifest-step-too-early" | "manifest-waste-codes-differ" | "manifest-weighing-implausible" | "message-contradicts-envelope" | "message-id-reused" | "message-invalid" | "message-not-canonical" | "message-not-handled" | "method-not-allowed" | "national-system-missing" | "not-ready" | "number-clash-missing" | "number-clash-settled" | "oauth-request-invalid" | "oauth-resource-unknown" | "oauth-scope-refused" | "output-missing" | "overloaded" | "partner-address-refused" | "partner-code-mismatch" | "partner-missing" | "party-exists" | "party-has-open-work" | "party-missing" | "party-missing-in-token" | "party-not-active" | "party-reference-missing" | "party-reference-wrong" | "party-state-not-importable" | "party-step-not-allowed" | "password-expired" | "password-guessable" | "password-not-repeated" | "password-unchanged" | "password-weak" | "person-blocked" | "person-blocked-already" | "person-has-no-login" | "person-login-taken" | "person-missing" | "person-not-blocked" | "precondition-failed" | "purpose-unreadable" | "rate-exceeded" | "redirect-uri-wrong" | "refresh-token-unknown" | "refresh-token-used" | "request-invalid" | "role-does-not-fit" | "role-missing" | "route-missing" | "row-differs" | "row-hidden" | "row-repeated" | "row-too-long" | "run-close-early" | "run-closed" | "run-gain-implausible" | "run-instant-early" | "run-missing" | "run-output-early" | "scope-missing" | "second-factor-missing" | "second-factor-own" | "site-missing" | "site-not-recycler" | "site-outside-home" | "stock-adjustment-against-difference" | "stock-adjustment-batch-agrees" | "stock-adjustment-batch-elsewhere" | "stock-adjustment-batch-later" | "stock-adjustment-decided" | "stock-adjustment-exceeds-difference" | "stock-adjustment-exists" | "stock-adjustment-missing" | "stock-adjustment-moved-on" | "stock-adjustment-overtaken" | "stock-adjustment-own-proposal" | "stock-adjustment-without-difference" | "stock-count-exists" | "stock-count-in-future" | "stock-count-missing" | "stock-count-not-its-correction" | "stock-count-replaced" | "stock-count-without-item" | "subject-missing" | "supply-assay-missing" | "supply-missing" | "table-has-formulas" | "table-header-wrong" | "table-too-large" | "table-unreadable" | "token-algorithm-refused" | "token-audience-wrong" | "token-expired" | "token-invalid" | "token-issuer-wrong" | "token-key-unknown" | "token-missing" | "token-not-yet-valid" | "token-proof-invalid" | "token-proof-key-wrong" | "token-proof-missing" | "token-proof-replayed" | "token-revoked" | "token-signature-wrong" | "vehicle-exists" | "vehicle-missing" | "vehicle-permit-expired" | "waste-code-unknown";
            /** @description What to do */
            readonly remedy: string;
            /** @description The field at fault, such as #/body/massGrams */
            readonly pointer?: string;
            /** @description Each field at fault, for `request-invalid` */
            readonly errors?: readonly {
                /** @description The field, such as #/body/lines/0/massGrams */
                readonly pointer: string;
                /** @description The rule that it breaks */
                readonly rule: string;
                /** @description What is expected of it */
                readonly detail: string;
                /** @description What to do */
                readonly remedy: string;
            }[];
        } & {
            readonly [key: string]: unknown;
        };
    };
    responses: {
        /**
         * @description - `token-missing`: The token is missing
         *     - `token-invalid`: The token is invalid
         *     - `token-expired`: The token has expired
         *     - `token-not-yet-valid`: The token is not valid yet
         *     - `token-audience-wrong`: The token is for another service
         *     - `token-issuer-wrong`: The issuer of the token is not trusted here
         *     - `token-signature-wrong`: The signature of the token is wrong
         *     - `token-key-unknown`: The key of the token is unknown
         *     - `token-algorithm-refused`: The algorithm of the token is not accepted
         *     - `token-revoked`: The token has been revoked
         *     - `token-proof-missing`: The proof for the token is missing
         *     - `token-proof-invalid`: The proof for the token is invalid
         *     - `token-proof-key-wrong`: Another key signed the proof
         *     - `token-proof-replayed`: The proof was used before
         *     - `client-revoked`: The client has been revoked
         *     - `person-blocked`: Account blocked
         */
        readonly Unauthenticated: {
            headers: {
                readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `body-too-large`: The body is too large */
        readonly BodyTooLarge: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description - `content-type-unsupported`: The content type is not supported */
        readonly ContentTypeUnsupported: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `rate-exceeded`: Too many requests
         *     - `credentials-blocked`: Too many wrong tokens or client secrets
         */
        readonly TooManyRequests: {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `issuer-unreachable`: The keys of the issuer cannot be fetched
         *     - `overloaded`: The service is busy
         */
        readonly Unavailable: {
            headers: {
                readonly "Retry-After": components["headers"]["Retry-After"];
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenPartiesRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenPartiesWrite: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenBatchesRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenBatchesWrite: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenManifestsRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenManifestsWrite: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenRecyclingRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenRecyclingWrite: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenRecyclingConfirm: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenRecoveryRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenOversightRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenBooksRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenJournalRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenExchangeRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenExchangeWrite: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenClientsWrite: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenPeopleRead: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description - `scope-missing`: The token does not allow this
         *     - `role-missing`: The role does not allow this
         *     - `party-missing-in-token`: The token names no organisation
         */
        readonly ForbiddenPeopleWrite: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other problem: `internal` (500), or `law-unreadable` (503) for a stored value of law */
        readonly Problem: {
            headers: {
                readonly [name: string]: unknown;
            };
            content: {
                readonly "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
         * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
         */
        readonly IdempotencyKey: string;
        /**
         * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
         * @example "3"
         */
        readonly IfMatch: string;
        /**
         * @description Language of problems, warnings and names: `zh` or `en`; English if absent
         * @example zh-CN
         */
        readonly AcceptLanguage: string;
        /**
         * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
         * @example complaint%2042
         */
        readonly PersonalDataPurpose: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description Identifier of the request in the log
         * @example 01990000-0000-7000-8000-000000000009
         */
        readonly "X-Request-Id": string;
        /**
         * @description `true` when the answer is the stored one of an earlier request with this key
         * @example true
         */
        readonly "Idempotency-Replayed": string;
        /**
         * @description Address of the record that was created
         * @example /v1/batches/01990000-0000-7000-8000-000000000002
         */
        readonly Location: string;
        /**
         * @description Seconds to wait before the next attempt
         * @example 1
         */
        readonly "Retry-After": number;
        /**
         * @description `masked`: personal data is hidden; `clear`: it is shown, and the journal says why
         * @example masked
         */
        readonly "Personal-Data": "masked" | "clear";
        /**
         * @description Why the token is refused (RFC 6750, RFC 9449)
         * @example Bearer error="invalid_token"
         */
        readonly "WWW-Authenticate": string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getLivez: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Proof that the process runs. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Alive"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProblems: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All problems, warnings and findings. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Messages"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getProblemsByCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Code of the problem, warning or finding */
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Problem, warning or finding of the catalogue. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Message"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `route-missing`: The address does not exist */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getReadyz: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Readiness of the process, with each of its dependencies. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Ready"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `not-ready`: The service is not ready */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getAssays: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Batch (批次编号) */
                readonly batchId?: components["schemas"]["Id"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Assay`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["AssayPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postAssays: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Result of an analysis to record: substance, content, method and certificate. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordAssay"];
            };
        };
        readonly responses: {
            /** @description Result of an analysis of a batch, of the deliveries of a supplier, or declared for all batteries. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/assays/0199f2c4-5b1e-7d30-9a44-000000000053
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assay"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /**
             * @description - `batch-missing`: Batch not found
             *     - `party-missing`: Organisation not found
             *     - `assay-missing`: Assay not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `assay-exists`: Assay already recorded */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `assay-not-its-correction`: Correction of a different assay
             *     - `instant-in-future`: Time in the future
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getAssaysById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Result of an analysis of a batch, of the deliveries of a supplier, or declared for all batteries. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Assay"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `assay-missing`: Assay not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getBatches: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Site (场所编号) */
                readonly siteId?: components["schemas"]["Id"];
                /** @description Batch kind (批次类型): `battery` batteries, 废铅蓄电池; `transit` in transit, 在途; `process` in processing, 处理中; `product` 产品; `by_product` by-product, 副产品; `residue` 残渣; `other_feed` other feed, 其他投料 */
                readonly kind?: components["schemas"]["BatchKind"];
                /** @description Material (物料) */
                readonly material?: string;
                /** @description true: only batches that hold mass; false or left out: all batches */
                readonly inStock?: components["schemas"]["Flag"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Batch`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BatchPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postBatches: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Batch to record, as it was collected or produced. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordBatch"];
            };
        };
        readonly responses: {
            /** @description Recorded batch, with warnings that stop nothing. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/batches/0199f2c4-5b1e-7d30-9a44-000000000031
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecordedBatch"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesWrite"];
            /** @description - `site-missing`: Site not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `batch-class-contradicts-condition`: Risk class and condition contradict each other
             *     - `batch-pieces-missing`: Number of pieces missing
             *     - `code-unknown`: Unknown code
             *     - `instant-in-future`: Time in the future
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postBatchesBulk: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Batches to record in one request. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordBatches"];
            };
        };
        readonly responses: {
            /** @description Result for each batch of a bulk request: recorded, replayed or refused. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecordedBatches"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesWrite"];
            /** @description - `body-too-large`: The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postBatchesMerge: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Batches of one kind at one site that become one. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["MergeBatches"];
            };
        };
        readonly responses: {
            /** @description Batch of batteries or of materials from them: one kind, at one site, with mass and pieces. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/batches/0199f2c4-5b1e-7d30-9a44-000000000031
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Batch"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesWrite"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `batch-not-stock`: Batch not in stock
             *     - `batch-not-mergeable`: Batch cannot be merged
             *     - `batches-not-alike`: Batches cannot be merged
             *     - `batch-pieces-missing`: Number of pieces missing
             *     - `batch-too-large`: Merged batch too large
             *     - `party-not-active`: Organisation not active
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getBatchesById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Batch of batteries or of materials from them: one kind, at one site, with mass and pieces. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "0"
                     */
                    readonly ETag?: string;
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Batch"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesRead"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getBatchesByIdCorrections: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Correction`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesRead"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postBatchesByIdCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Values of a batch that were recorded wrongly; what is left out stays. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectBatch"];
            };
        };
        readonly responses: {
            /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/corrections/0199f2c4-5b1e-7d30-9a44-000000000057
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesWrite"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `correction-year-closed`: The year of the record is closed
             *     - `correction-description-used`: The description is in use
             *     - `correction-below-moved`: Mass has moved on already
             *     - `correction-mass-promised`: A submitted manifest needs the mass
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `correction-changes-nothing`: Correction without a change
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `correction-elsewhere`: The batch follows from another record
             *     - `correction-quantities-apart`: Mass and pieces do not end together
             *     - `batch-class-contradicts-condition`: Risk class and condition contradict each other
             *     - `batch-pieces-missing`: Number of pieces missing
             *     - `code-unknown`: Unknown code
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postBatchesByIdDispositions: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Removal of mass from a batch: sold, used or disposed of, with its evidence. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DisposeOfBatch"];
            };
        };
        readonly responses: {
            /** @description Recorded removal of mass from a batch, with its receiver and evidence. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/dispositions/0199f2c4-5b1e-7d30-9a44-000000000056
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Disposition"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `batch-mass-exceeded`: Not enough mass in the batch
             *     - `batch-instant-early`: Earlier than the batch
             *     - `disposition-not-for-kind`: Disposition not allowed for this batch
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getBatchesByIdMovements: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of the movements of a batch, with its balance. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BatchMovements"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesRead"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postBatchesByIdSplit: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Mass and pieces that leave a batch and become a new one. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SplitBatch"];
            };
        };
        readonly responses: {
            /** @description Batch of batteries or of materials from them: one kind, at one site, with mass and pieces. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/batches/0199f2c4-5b1e-7d30-9a44-000000000031
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Batch"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesWrite"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `batch-not-stock`: Batch not in stock
             *     - `batch-mass-exceeded`: Not enough mass in the batch
             *     - `batch-pieces-exceeded`: Not enough pieces in the batch
             *     - `batch-quantities-apart`: Mass and pieces do not end together
             *     - `batch-pieces-missing`: Number of pieces missing
             *     - `party-not-active`: Organisation not active
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getBatchesByIdTrace: {
        readonly parameters: {
            readonly query?: {
                /** @description back: sources of the batch; forward: destinations of the batch */
                readonly direction?: components["schemas"]["TraceDirection"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Origin or destination of a batch, step by step. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Trace"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesRead"];
            /** @description - `batch-missing`: Batch not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getBooks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Check of the double entry: the sum of all accounts, and the accounts that deviate. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Books"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBooksRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getClients: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Client`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenClientsWrite"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postClients: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Client to register, with its roles, and its public keys if it has any. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterClient"];
            };
        };
        readonly responses: {
            /** @description Client with its secret, which is shown this once. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/clients/0199f2c4-5b1e-7d30-9a44-000000000071
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientWithSecret"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenClientsWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `role-does-not-fit`: Role does not fit
             *     - `client-scope-refused`: Scopes not covered by the roles
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getClientsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Registered machine or handheld, which gets tokens with its own key or secret. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Client"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenClientsWrite"];
            /** @description - `client-missing`: Client not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postClientsByIdRevocation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Request without members: the client in the address is revoked permanently. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["RevokeClient"];
            };
        };
        readonly responses: {
            /** @description Registered machine or handheld, which gets tokens with its own key or secret. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Client"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenClientsWrite"];
            /** @description - `client-missing`: Client not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `client-revoked-already`: Client already revoked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postClientsByIdSecret: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Renewal of a client secret, with the hours in which the old one stays valid. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["RotateSecret"];
            };
        };
        readonly responses: {
            /** @description Client with its secret, which is shown this once. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClientWithSecret"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenClientsWrite"];
            /** @description - `client-missing`: Client not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `client-revoked-already`: Client already revoked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `client-has-no-secret`: The client does not use a client secret
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCodesByKind: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description The day of the table, such as 2026-01-01; today if left out */
                readonly on?: components["schemas"]["Day"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Code table (代码表): `divisions` 行政区划; `waste-codes` waste codes, 废物代码; `hazards` 危险特性; `forms` forms of waste, 废物形态; `treatment-methods` methods of recovery and disposal, 利用处置方式; `packaging` 包装方式; `discrepancy-kinds` kinds of difference, 差异类型; `plate-colors` colours of plates, 号牌颜色; `source-types` types of source, 来源类型; `battery-kinds` battery kinds, 电池类型; `battery-groups` battery groups, 电池组别; `risk-classes` risk classes, 风险类别; `processes` processes of recycling, 处理工序; `materials` materials of recycling, 再生利用物料; `supply-kinds` kinds of bought feed, 外购原料种类; `stock-items` items of a stock count, 盘点项目; `adjustment-reasons` reasons of stock adjustments, 盘点调整原因 */
                readonly kind: "divisions" | "waste-codes" | "hazards" | "forms" | "treatment-methods" | "packaging" | "discrepancy-kinds" | "plate-colors" | "source-types" | "battery-kinds" | "battery-groups" | "risk-classes" | "processes" | "materials" | "supply-kinds" | "stock-items" | "adjustment-reasons";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Code`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CodePage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `law-not-yet-in-force`: The rules are not yet in force on this day */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getCorrectionsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesRead"];
            /** @description - `correction-missing`: Correction not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getDispositions: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Batch (批次编号) */
                readonly batchId?: components["schemas"]["Id"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Disposition`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DispositionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getDispositionsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Recorded removal of mass from a batch, with its receiver and evidence. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Disposition"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `disposition-missing`: Disposition not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getDispositionsByIdCorrections: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Correction`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `disposition-missing`: Disposition not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postDispositionsByIdCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Values of a disposition that were wrong, or a confirmation that came later; what is left out stays. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectDisposition"];
            };
        };
        readonly responses: {
            /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/corrections/0199f2c4-5b1e-7d30-9a44-000000000057
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `disposition-missing`: Disposition not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `correction-year-closed`: The year of the record is closed
             *     - `correction-below-moved`: Mass has moved on already
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `correction-changes-nothing`: Correction without a change
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getEmissions: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Site (场所编号) */
                readonly siteId?: components["schemas"]["Id"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Emission`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["EmissionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postEmissions: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Emission of lead to record. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordEmission"];
            };
        };
        readonly responses: {
            /** @description Recorded emission of lead to air or water from a site. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/emissions/0199f2c4-5b1e-7d30-9a44-000000000055
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Emission"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `site-missing`: Site not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `site-not-recycler`: Not a recycling site
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `instant-in-future`: Time in the future
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getEmissionsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Recorded emission of lead to air or water from a site. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Emission"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `emission-missing`: Emission not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getEmissionsByIdCorrections: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Correction`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `emission-missing`: Emission not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postEmissionsByIdCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Values of an emission that were recorded wrongly; what is left out stays. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectEmission"];
            };
        };
        readonly responses: {
            /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/corrections/0199f2c4-5b1e-7d30-9a44-000000000057
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `emission-missing`: Emission not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `correction-year-closed`: The year of the record is closed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `correction-changes-nothing`: Correction without a change
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangeDeliveries: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description State of the delivery (投递状态): `due` 待发送; `acknowledged` 已确认; `parked` 待人工处理; `resent` sent again, 已重发 */
                readonly state?: components["schemas"]["DeliveryState"];
                /** @description GB/T 2260 code of the province, or "national" */
                readonly partner?: string;
                /** @description Manifest (联单记录编号) */
                readonly manifestId?: components["schemas"]["Id"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Delivery`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangeDeliveriesById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Message to another system: its state, its attempts and the receipt. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            /** @description - `delivery-missing`: Delivery not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postExchangeDeliveriesByIdResend: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Message to another system: its state, its attempts and the receipt. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/exchange/deliveries/0199f2c4-5b1e-7d30-9a44-000000000045
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Delivery"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeWrite"];
            /** @description - `delivery-missing`: Delivery not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `delivery-not-parked`: Delivery not parked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangeKeys: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Public keys with which the signatures of this system are checked. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicKeys"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangeManifestsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Agreement of the provinces on one manifest: the version and digest here, and those of each counterpart. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Agreement"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            /** @description - `exchange-manifest-missing`: Manifest not sent */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postExchangeMessages: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Signed messages of another system, at most as many as one request may hold. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["Envelopes"];
            };
        };
        readonly responses: {
            /** @description Signed receipts for the messages of a request, in their order. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Receipts"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `body-too-large`: The body is too large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangeNumberClashes: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description State of the clash (冲突状态): `open` waits for a person, 待处理; `settled` 已处理 */
                readonly state?: components["schemas"]["NumberClashState"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `NumberClash`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NumberClashPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangeNumberClashesById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Two statements about the number of a manifest that cannot both be true. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NumberClash"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            /** @description - `number-clash-missing`: Clash of numbers not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postExchangeNumberClashesByIdSettle: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description How a clash of numbers was clarified. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["SettleNumberClash"];
            };
        };
        readonly responses: {
            /** @description Two statements about the number of a manifest that cannot both be true. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NumberClash"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeWrite"];
            /** @description - `number-clash-missing`: Clash of numbers not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `number-clash-settled`: Clash of numbers already settled */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangePartners: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description All other systems of the exchange. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Partners"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postExchangePartners: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Other system to register, with its address and public keys. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterPartner"];
            };
        };
        readonly responses: {
            /** @description Other system of the exchange, with its address and public keys. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/exchange/partners/44
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Partner"];
                };
            };
            /**
             * @description - `partner-code-mismatch`: Invalid partner code
             *     - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeWrite"];
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `partner-address-refused`: Address of the partner not allowed
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangePartnersByCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description GB/T 2260 code of the province, or "national" */
                readonly code: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Other system of the exchange, with its address and public keys. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Partner"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            /** @description - `partner-missing`: Partner not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExchangeStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description State of the exchange with the national system and each partner. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ExchangeStatus"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenExchangeRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getExportsByKind: {
        readonly parameters: {
            readonly query?: {
                /** @description Format of the file */
                readonly format?: components["schemas"]["TableFormat"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Register to export: `parties` organisations, 单位; `sites` 场所; `licences` 许可证; `vehicles` 车辆; `party-steps` steps of organisations, 单位状态变更记录; `licence-steps` steps of licences, 许可证状态变更记录 */
                readonly kind: "parties" | "sites" | "licences" | "vehicles" | "party-steps" | "licence-steps";
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The table */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /**
             * @description - `purpose-unreadable`: The purpose cannot be read
             *     - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `export-too-large`: Too many rows for a workbook */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getFlows: {
        readonly parameters: {
            readonly query: {
                /** @description First month, Asia/Shanghai */
                readonly from: components["schemas"]["Month"];
                /** @description The month after the last one */
                readonly to: components["schemas"]["Month"];
                /** @description Level at which places are distinguished */
                readonly level?: components["schemas"]["FlowLevel"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Flows between areas, at the level of provinces or cities. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Flows"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenOversightRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getFlowsRecords: {
        readonly parameters: {
            readonly query: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Month (月份) */
                readonly month: components["schemas"]["Month"];
                /** @description Code of the cell as /v1/flows names it: 2 or 4 digits */
                readonly from?: string;
                /** @description Place of destination (接受地代码) */
                readonly to?: string;
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `FlowRecord`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["FlowRecordPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenOversightRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postImportsLicences: {
        readonly parameters: {
            readonly query?: {
                /** @description true: judge every row and write nothing; false: write the rows */
                readonly dryRun?: components["schemas"]["Flag"];
                /** @description Rows that are registered when others are refused */
                readonly mode?: components["schemas"]["ImportMode"];
            };
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The file */
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        readonly responses: {
            /** @description Result of an import: counts, faults by row, and the rows that were recorded. */
            readonly 200: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Import of many rows, which runs in the background: its state, and its report so far. */
            readonly 202: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/imports/0199f2c4-5b1e-7d30-9a44-000000000023
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Import"];
                };
            };
            /**
             * @description - `table-unreadable`: The table cannot be read
             *     - `table-has-formulas`: The table has formulas or macros
             *     - `table-header-wrong`: Wrong table header
             *     - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `import-overtaken`: Overtaken by another registration */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `table-too-large`: The table is too large
             *     - `body-too-large`: The body is too large
             */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `content-type-unsupported`: The content type is not supported */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `import-refused`: Nothing was imported
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `import-busy`: Too many files at once
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postImportsParties: {
        readonly parameters: {
            readonly query?: {
                /** @description true: judge every row and write nothing; false: write the rows */
                readonly dryRun?: components["schemas"]["Flag"];
                /** @description Rows that are registered when others are refused */
                readonly mode?: components["schemas"]["ImportMode"];
            };
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The file */
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        readonly responses: {
            /** @description Result of an import: counts, faults by row, and the rows that were recorded. */
            readonly 200: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Import of many rows, which runs in the background: its state, and its report so far. */
            readonly 202: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/imports/0199f2c4-5b1e-7d30-9a44-000000000023
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Import"];
                };
            };
            /**
             * @description - `table-unreadable`: The table cannot be read
             *     - `table-has-formulas`: The table has formulas or macros
             *     - `table-header-wrong`: Wrong table header
             *     - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `import-overtaken`: Overtaken by another registration */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `table-too-large`: The table is too large
             *     - `body-too-large`: The body is too large
             */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `content-type-unsupported`: The content type is not supported */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `import-refused`: Nothing was imported
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `import-busy`: Too many files at once
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postImportsSites: {
        readonly parameters: {
            readonly query?: {
                /** @description true: judge every row and write nothing; false: write the rows */
                readonly dryRun?: components["schemas"]["Flag"];
                /** @description Rows that are registered when others are refused */
                readonly mode?: components["schemas"]["ImportMode"];
            };
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The file */
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        readonly responses: {
            /** @description Result of an import: counts, faults by row, and the rows that were recorded. */
            readonly 200: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Import of many rows, which runs in the background: its state, and its report so far. */
            readonly 202: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/imports/0199f2c4-5b1e-7d30-9a44-000000000023
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Import"];
                };
            };
            /**
             * @description - `table-unreadable`: The table cannot be read
             *     - `table-has-formulas`: The table has formulas or macros
             *     - `table-header-wrong`: Wrong table header
             *     - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `import-overtaken`: Overtaken by another registration */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `table-too-large`: The table is too large
             *     - `body-too-large`: The body is too large
             */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `content-type-unsupported`: The content type is not supported */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `import-refused`: Nothing was imported
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `import-busy`: Too many files at once
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postImportsVehicles: {
        readonly parameters: {
            readonly query?: {
                /** @description true: judge every row and write nothing; false: write the rows */
                readonly dryRun?: components["schemas"]["Flag"];
                /** @description Rows that are registered when others are refused */
                readonly mode?: components["schemas"]["ImportMode"];
            };
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description The file */
        readonly requestBody: {
            readonly content: {
                readonly "text/csv": string;
                readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
            };
        };
        readonly responses: {
            /** @description Result of an import: counts, faults by row, and the rows that were recorded. */
            readonly 200: {
                headers: {
                    readonly Location: components["headers"]["Location"];
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportReport"];
                };
            };
            /** @description Import of many rows, which runs in the background: its state, and its report so far. */
            readonly 202: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/imports/0199f2c4-5b1e-7d30-9a44-000000000023
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Import"];
                };
            };
            /**
             * @description - `table-unreadable`: The table cannot be read
             *     - `table-has-formulas`: The table has formulas or macros
             *     - `table-header-wrong`: Wrong table header
             *     - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `import-overtaken`: Overtaken by another registration */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `table-too-large`: The table is too large
             *     - `body-too-large`: The body is too large
             */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `content-type-unsupported`: The content type is not supported */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `import-refused`: Nothing was imported
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `import-busy`: Too many files at once
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getImportsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Import of many rows, which runs in the background: its state, and its report so far. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Import"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `import-missing`: No such import */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getImportsByKindTemplate: {
        readonly parameters: {
            readonly query?: {
                /** @description Format of the file */
                readonly format?: components["schemas"]["TableFormat"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Record kind of the file */
                readonly kind: components["schemas"]["RecordKind"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The table */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "text/csv": string;
                    readonly "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getJournal: {
        readonly parameters: {
            readonly query?: {
                /** @description Index of the last entry read; 0 for the beginning */
                readonly after?: string;
                /** @description Maximum number of entries, 1 to 500 */
                readonly limit?: number;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Entries of the journal in their order, with the index to continue after. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JournalEntries"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenJournalRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getJournalSubjectsBySubject: {
        readonly parameters: {
            readonly query?: {
                /** @description `number` of the last entry read, among those of the subject; 0 for the beginning */
                readonly after?: string;
                /** @description Maximum number of entries, 1 to 500 */
                readonly limit?: number;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description `<noun>:<id>`, such as `batch:0198…` */
                readonly subject: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Entries of the journal in their order, with the index to continue after. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["JournalEntries"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenJournalRead"];
            /** @description - `subject-missing`: No journal entries */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getManifests: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description State of the manifest (联单状态): `draft` 草稿; `offline_paper` on paper, 纸质待补录; `submitted` 已提交; `handed_over` handed over, 已交付; `in_transit` in transit, 运输中; `arrived` 已运抵; `disputed` 差异处理中; `accepted` 已接受; `partially_accepted` partially accepted, 部分接受; `rejected` 已拒收; `closed` 已办结; `cancelled` 已作废 */
                readonly state?: components["schemas"]["ManifestState"];
                /** @description Manifest number (联单编号) */
                readonly number?: components["schemas"]["ManifestNumber"];
                /** @description Only manifests on which the own organisation has this role: `consignor` 移出人; `carrier` 承运人; `receiver` 接受人 */
                readonly role?: "consignor" | "carrier" | "receiver";
                /** @description Province of origin (移出省份代码) */
                readonly originProvince?: components["schemas"]["ProvinceCode"];
                /** @description Province of destination (接受省份代码) */
                readonly destinationProvince?: components["schemas"]["ProvinceCode"];
                /** @description Month of the hand-over (交付月份) */
                readonly handedOverMonth?: components["schemas"]["Month"];
                /** @description true: manifests with a step dated before their national number; false: all others */
                readonly beforeNumber?: components["schemas"]["Flag"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Manifest`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ManifestPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenManifestsRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifests: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Draft of a manifest: consignor site, carrier, receiver and the lines of the load. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DraftManifest"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/manifests/0199f2c4-5b1e-7d30-9a44-000000000041
                     */
                    readonly Location?: string;
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "0"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenManifestsWrite"];
            /**
             * @description - `party-missing`: Organisation not found
             *     - `site-missing`: Site not found
             *     - `batch-missing`: Batch not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `batch-mass-exceeded`: Not enough mass in the batch
             *     - `batch-pieces-exceeded`: Not enough pieces in the batch
             *     - `batch-quantities-apart`: Mass and pieces do not end together
             *     - `manifest-party-without-code`: The organisation has no credit code
             *     - `manifest-consignor-elsewhere`: The load leaves from another province
             *     - `manifest-receiver-site-mismatch`: The receiving site does not match the receiver
             *     - `manifest-batch-elsewhere`: The batch is not on the consignor’s site
             *     - `manifest-waste-codes-differ`: The batches have different waste codes
             *     - `manifest-code-unknown`: The code is not on the list
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getManifestsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "6"
                     */
                    readonly ETag?: string;
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenManifestsRead"];
            /** @description - `manifest-missing`: Manifest not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdAccept: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Acceptance of a whole load: what the receiver weighed and took, line by line. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcceptLoad"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "6"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `manifest-lines-mismatch`: The lines differ from those of the manifest
             *     - `manifest-weighing-implausible`: Implausible mass
             *     - `manifest-quantities-apart`: Mass and pieces contradict each other
             *     - `manifest-pieces-implausible`: Implausible number of pieces
             *     - `manifest-pieces-differ`: The number of pieces differs without a reason
             *     - `manifest-decision-contradicts`: The amounts contradict the decision
             *     - `manifest-method-missing`: The treatment method does not match the amounts
             *     - `manifest-code-unknown`: The code is not on the list
             *     - `licence-missing`: No licence covers this activity
             *     - `licence-suspended`: Licence suspended or revoked
             *     - `licence-scale-exceeded`: The approved annual scale is exceeded
             *     - `manifest-receiver-site-unknown`: The receiver has no registered site here
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdAcceptPartially: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Acceptance of a part of a load: for each line, what was accepted and what went back. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AcceptLoadPartially"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "6"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `manifest-lines-mismatch`: The lines differ from those of the manifest
             *     - `manifest-weighing-implausible`: Implausible mass
             *     - `manifest-quantities-apart`: Mass and pieces contradict each other
             *     - `manifest-pieces-implausible`: Implausible number of pieces
             *     - `manifest-pieces-differ`: The number of pieces differs without a reason
             *     - `manifest-decision-contradicts`: The amounts contradict the decision
             *     - `manifest-method-missing`: The treatment method does not match the amounts
             *     - `manifest-code-unknown`: The code is not on the list
             *     - `licence-missing`: No licence covers this activity
             *     - `licence-suspended`: Licence suspended or revoked
             *     - `licence-scale-exceeded`: The approved annual scale is exceeded
             *     - `manifest-receiver-site-unknown`: The receiver has no registered site here
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdArrive: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Arrival of the carrier at the gate of the receiver. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["ArriveWithLoad"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "5"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdBackfill: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Late entry of a transfer on paper, with the time at which the transfer was completed. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["BackfillManifest"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "1"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `licence-missing`: No licence covers this activity
             *     - `licence-suspended`: Licence suspended or revoked
             *     - `manifest-completion-missing`: The time of completion is missing
             *     - `batch-instant-early`: Earlier than the batch
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdCancel: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Cancellation of a manifest, with the reason. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CancelManifest"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "3"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdClose: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Closing of a manifest: how the receiver treated each line. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["CloseManifest"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "7"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `manifest-lines-mismatch`: The lines differ from those of the manifest
             *     - `manifest-weighing-implausible`: Implausible mass
             *     - `manifest-quantities-apart`: Mass and pieces contradict each other
             *     - `manifest-pieces-implausible`: Implausible number of pieces
             *     - `manifest-pieces-differ`: The number of pieces differs without a reason
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdDepart: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Departure of the carrier with the load: vehicles, driver and route. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DepartWithLoad"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "4"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `vehicle-permit-expired`: No valid transport permit
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdDispute: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Dispute of the receiver about a load that arrived, with the kinds of difference. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["DisputeLoad"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "6"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `manifest-code-unknown`: The code is not on the list
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdHandOver: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Handover of the load from the consignor to the carrier. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["HandOverLoad"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "3"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             *     - `batch-missing`: Batch not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             *     - `manifest-number-needed`: The manifest has no national number yet
             *     - `national-system-missing`: No national system is registered
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `batch-mass-exceeded`: Not enough mass in the batch
             *     - `batch-pieces-exceeded`: Not enough pieces in the batch
             *     - `batch-quantities-apart`: Mass and pieces do not end together
             *     - `batch-instant-early`: Earlier than the batch
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getManifestsByIdHistory: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Versions of a manifest: each step with its time and actor. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ManifestHistory"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenManifestsRead"];
            /** @description - `manifest-missing`: Manifest not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdRegisterPaper: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Number of a manifest on paper, and why the system could not be used. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterPaperManifest"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "0"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `batch-mass-exceeded`: Not enough mass in the batch
             *     - `batch-pieces-exceeded`: Not enough pieces in the batch
             *     - `batch-instant-early`: Earlier than the batch
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdReject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Rejection of a whole load, line by line, with the kinds of difference. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["RejectLoad"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "6"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `manifest-lines-mismatch`: The lines differ from those of the manifest
             *     - `manifest-weighing-implausible`: Implausible mass
             *     - `manifest-quantities-apart`: Mass and pieces contradict each other
             *     - `manifest-pieces-implausible`: Implausible number of pieces
             *     - `manifest-pieces-differ`: The number of pieces differs without a reason
             *     - `manifest-decision-contradicts`: The amounts contradict the decision
             *     - `manifest-method-missing`: The treatment method does not match the amounts
             *     - `manifest-code-unknown`: The code is not on the list
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postManifestsByIdSubmit: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Submission of a draft by the consignor. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["SubmitManifest"];
            };
        };
        readonly responses: {
            /** @description Hazardous waste manifest: its parties, lines, transport, state and times. */
            readonly 200: {
                headers: {
                    /**
                     * @description Version of the record, for `If-Match`
                     * @example "1"
                     */
                    readonly ETag?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Manifest"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `manifest-not-your-step`: The step belongs to another organisation
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-missing`: Manifest not found
             *     - `party-missing`: Organisation not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `manifest-step-elsewhere`: The step is taken in another system
             *     - `manifest-step-not-allowed`: The manifest does not allow this step now
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `manifest-step-too-early`: The step is dated before the previous step
             *     - `instant-in-future`: Time in the future
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `licence-missing`: No licence covers this activity
             *     - `licence-suspended`: Licence suspended or revoked
             *     - `batch-mass-exceeded`: Not enough mass in the batch
             *     - `batch-pieces-exceeded`: Not enough pieces in the batch
             *     - `batch-instant-early`: Earlier than the batch
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getParties: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Unified social credit code (统一社会信用代码) */
                readonly uscc?: string;
                /** @description Part of the name */
                readonly name?: string;
                /** @description Province (省份代码) */
                readonly provinceCode?: components["schemas"]["ProvinceCode"];
                /** @description State of registration (登记状态): `registered` 已登记; `under_review` under review, 审核中; `active` 正常; `suspended` 暂停; `closed` 注销 */
                readonly state?: components["schemas"]["PartyState"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Party`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PartyPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postParties: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Organisation to register. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterParty"];
            };
        };
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/parties/0199f2c4-5b1e-7d30-9a44-000000000001
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-exists`: Organisation already registered */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `division-unknown`: Unknown division code
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPartiesById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdApprove: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Change of the state of an organisation, for which a reason is optional. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartyStep"];
            };
        };
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `party-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdClose: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Closing of an organisation, with the reason. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartyClosing"];
            };
        };
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `party-step-not-allowed`: Step not possible in this state
             *     - `party-has-open-work`: Unfinished business
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPartiesByIdHistory: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Changes of the state of an organisation, with reasons and actors. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PartyHistory"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPartiesByIdLicences: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Licence`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LicencePage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdLicences: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Licence to register, as its document states. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterLicence"];
            };
        };
        readonly responses: {
            /** @description Licence of an organisation for hazardous waste: wastes, annual limit and validity. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/parties/0199f2c4-5b1e-7d30-9a44-000000000001/licences/0199f2c4-5b1e-7d30-9a44-000000000021
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Licence"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `licence-exists`: Licence already registered */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `waste-code-unknown`: Unknown waste code
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPartiesByIdLicencesByLicenceId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier (编号) */
                readonly id: components["schemas"]["Id"];
                /** @description Licence (许可证登记编号) */
                readonly licenceId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Licence of an organisation for hazardous waste: wastes, annual limit and validity. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Licence"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /**
             * @description - `party-missing`: Organisation not found
             *     - `licence-unknown`: Licence not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdLicencesByLicenceIdReinstate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier (编号) */
                readonly id: components["schemas"]["Id"];
                /** @description Licence (许可证登记编号) */
                readonly licenceId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Reason for a change of a licence, and the day from which it applies. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LicenceStep"];
            };
        };
        readonly responses: {
            /** @description Licence of an organisation for hazardous waste: wastes, annual limit and validity. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Licence"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `licence-unknown`: Licence not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `licence-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `licence-step-too-early`: Effective date too early
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdLicencesByLicenceIdRevoke: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier (编号) */
                readonly id: components["schemas"]["Id"];
                /** @description Licence (许可证登记编号) */
                readonly licenceId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Reason for a change of a licence, and the day from which it applies. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LicenceStep"];
            };
        };
        readonly responses: {
            /** @description Licence of an organisation for hazardous waste: wastes, annual limit and validity. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Licence"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `licence-unknown`: Licence not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `licence-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `licence-step-too-early`: Effective date too early
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdLicencesByLicenceIdSuspend: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier (编号) */
                readonly id: components["schemas"]["Id"];
                /** @description Licence (许可证登记编号) */
                readonly licenceId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Reason for a change of a licence, and the day from which it applies. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["LicenceStep"];
            };
        };
        readonly responses: {
            /** @description Licence of an organisation for hazardous waste: wastes, annual limit and validity. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Licence"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `licence-unknown`: Licence not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `licence-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `licence-step-too-early`: Effective date too early
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdResume: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Change of the state of an organisation, for which a reason is optional. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartyStep"];
            };
        };
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `party-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdSendBack: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Stop of an organisation, with the reason. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartyStop"];
            };
        };
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `party-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPartiesByIdSites: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Kind of site (场所类型): `generator` 产生单位; `collection_point` collection point, 收集网点; `transfer_point` transfer point, 集中转运点; `recycler` 再生利用单位; `producer` 生产企业 */
                readonly kind?: components["schemas"]["SiteKind"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Site`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SitePage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdSites: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Site of an organisation to register. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterSite"];
            };
        };
        readonly responses: {
            /** @description Site of an organisation in the register. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/sites/0199f2c4-5b1e-7d30-9a44-000000000011
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Site"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `site-outside-home`: Site in another province
             *     - `division-unknown`: Unknown division code
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdSubmit: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Change of the state of an organisation, for which a reason is optional. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartyStep"];
            };
        };
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `party-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdSuspend: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Stop of an organisation, with the reason. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["PartyStop"];
            };
        };
        readonly responses: {
            /** @description Organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Party"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `party-step-not-allowed`: Step not possible in this state */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPartiesByIdVehicles: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Vehicle`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VehiclePage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPartiesByIdVehicles: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Vehicle of a carrier to register, with its permit. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterVehicle"];
            };
        };
        readonly responses: {
            /** @description Vehicle of a carrier in the register, with its permit. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/parties/0199f2c4-5b1e-7d30-9a44-000000000002/vehicles/0199f2c4-5b1e-7d30-9a44-000000000022
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Vehicle"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `vehicle-exists`: Vehicle already registered */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPartiesByIdVehiclesByVehicleId: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier (编号) */
                readonly id: components["schemas"]["Id"];
                /** @description Vehicle (车辆登记编号) */
                readonly vehicleId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Vehicle of a carrier in the register, with its permit. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Vehicle"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `vehicle-missing`: Vehicle not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPeople: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Organisation (单位编号) */
                readonly partyId?: components["schemas"]["Id"];
                /** @description State of the account (账号状态): `active` 启用; `blocked` 停用 */
                readonly state?: components["schemas"]["PersonState"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Person`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPeople: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Person to register, with roles. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RegisterPerson"];
            };
        };
        readonly responses: {
            /** @description Person with the first password, which is shown this once. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/people/0199f2c4-5b1e-7d30-9a44-000000000061
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonWithPassword"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleWrite"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person-login-taken`: Login name already in use */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `role-does-not-fit`: Role does not fit
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getPeopleById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Registered person, who logs in with a password. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Person"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleRead"];
            /** @description - `person-missing`: Person not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPeopleByIdBlock: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Reason for a change of a person, such as blocking. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangePerson"];
            };
        };
        readonly responses: {
            /** @description Registered person, who logs in with a password. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Person"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleWrite"];
            /** @description - `person-missing`: Person not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person-blocked-already`: Person already blocked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPeopleByIdPassword: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Request without members: the service makes the new password. */
        readonly requestBody?: {
            readonly content: {
                readonly "application/json": components["schemas"]["GivePassword"];
            };
        };
        readonly responses: {
            /** @description Person with the first password, which is shown this once. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PersonWithPassword"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleWrite"];
            /** @description - `person-missing`: Person not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person-blocked-already`: Person already blocked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `person-has-no-login`: Person without a login name
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPeopleByIdRoles: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description New roles of a person, with the reason. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangeRoles"];
            };
        };
        readonly responses: {
            /** @description Registered person, who logs in with a password. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Person"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleWrite"];
            /** @description - `person-missing`: Person not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `role-does-not-fit`: Role does not fit
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPeopleByIdSecondFactorReset: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Reason for a change of a person, such as blocking. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangePerson"];
            };
        };
        readonly responses: {
            /** @description Registered person, who logs in with a password. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Person"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleWrite"];
            /** @description - `person-missing`: Person not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `second-factor-missing`: No second factor
             *     - `second-factor-own`: Own second factor
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postPeopleByIdUnblock: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Reason for a change of a person, such as blocking. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["ChangePerson"];
            };
        };
        readonly responses: {
            /** @description Registered person, who logs in with a password. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Person"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPeopleWrite"];
            /** @description - `person-missing`: Person not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `person-not-blocked`: Person not blocked */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /** @description - `idempotency-key-reused`: The idempotency key was used for another request */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRecovery: {
        readonly parameters: {
            readonly query: {
                /** @description The enterprise */
                readonly partyId: components["schemas"]["Id"];
                /** @description Month, YYYY-MM, or calendar year, YYYY, Asia/Shanghai */
                readonly period: string;
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Recovery rates of lead of an organisation in a period, with terms, balance and findings. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Recovery"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecoveryRead"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `law-not-yet-in-force`: The rules are not yet in force on this day */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRecoveryRecords: {
        readonly parameters: {
            readonly query: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description The enterprise */
                readonly partyId: components["schemas"]["Id"];
                /** @description Month, YYYY-MM, or calendar year, YYYY, Asia/Shanghai */
                readonly period: string;
                /** @description Only the records of one term */
                readonly term?: components["schemas"]["RecordTerm"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `RecoveryRecord`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RecoveryRecordPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecoveryRead"];
            /** @description - `party-missing`: Organisation not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `law-not-yet-in-force`: The rules are not yet in force on this day */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRuns: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Site (场所编号) */
                readonly siteId?: components["schemas"]["Id"];
                /** @description State of the run (处理批次状态): `open` 进行中; `closed` 已结束 */
                readonly state?: components["schemas"]["RunState"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Run`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RunPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRuns: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Start of a run of a process at a site. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["OpenRun"];
            };
        };
        readonly responses: {
            /** @description Run of a process at a site: mass fed, yielded, gained, lost and held. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/runs/0199f2c4-5b1e-7d30-9a44-000000000051
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Run"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `site-missing`: Site not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `site-not-recycler`: Not a recycling site
             *     - `code-unknown`: Unknown code
             *     - `instant-in-future`: Time in the future
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRunsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Run of a process at a site: mass fed, yielded, gained, lost and held. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Run"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `run-missing`: Processing run not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRunsByIdClose: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Closing of a run, with the mass that is carried over to the next run. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CloseRun"];
            };
        };
        readonly responses: {
            /** @description Run after a step, with the batches that the step made. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RunBatches"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `run-missing`: Processing run not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `run-closed`: Processing run closed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `run-instant-early`: Earlier than the processing run
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `instant-in-future`: Time in the future
             *     - `run-close-early`: Closed before its last record
             *     - `run-gain-implausible`: Output exceeds what the run can yield
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRunsByIdFeeds: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Batches that are fed into a run, with the mass of each. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["FeedRun"];
            };
        };
        readonly responses: {
            /** @description Run of a process at a site: mass fed, yielded, gained, lost and held. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/runs/0199f2c4-5b1e-7d30-9a44-000000000051
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Run"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /**
             * @description - `run-missing`: Processing run not found
             *     - `batch-missing`: Batch not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `run-closed`: Processing run closed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `run-instant-early`: Earlier than the processing run
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `instant-in-future`: Time in the future
             *     - `batch-not-feedable`: Batch cannot be fed
             *     - `batch-on-other-site`: Batch on another site
             *     - `batch-mass-exceeded`: Not enough mass in the batch
             *     - `batch-pieces-exceeded`: Not enough pieces in the batch
             *     - `batch-quantities-apart`: Mass and pieces do not end together
             *     - `batch-instant-early`: Earlier than the batch
             *     - `licence-missing`: No licence covers this activity
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRunsByIdFeedsByFeedIdCorrections: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the run */
                readonly id: components["schemas"]["Id"];
                /** @description Number of the movement of the feed, as the movements of the run show it */
                readonly feedId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Correction`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `run-missing`: Processing run not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRunsByIdFeedsByFeedIdCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the run */
                readonly id: components["schemas"]["Id"];
                /** @description Number of the movement of the feed, as the movements of the run show it */
                readonly feedId: string;
            };
            readonly cookie?: never;
        };
        /** @description Mass or pieces of a feed that were recorded wrongly. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectFeed"];
            };
        };
        readonly responses: {
            /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/corrections/0199f2c4-5b1e-7d30-9a44-000000000057
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /**
             * @description - `run-missing`: Processing run not found
             *     - `feed-missing`: Feed not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `correction-year-closed`: The year of the record is closed
             *     - `correction-below-moved`: Mass has moved on already
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `correction-changes-nothing`: Correction without a change
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `run-gain-implausible`: Output exceeds what the run can yield
             *     - `correction-quantities-apart`: Mass and pieces do not end together
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRunsByIdMovements: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `RunMovement`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RunMovementPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `run-missing`: Processing run not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRunsByIdOutputs: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Outputs of a run. Mass that the run lacks counts as uptake of oxygen and water, from the boundary account adjustment, up to a limit of the law */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["YieldFromRun"];
            };
        };
        readonly responses: {
            /** @description Run after a step, with the batches that the step made. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/runs/0199f2c4-5b1e-7d30-9a44-000000000051
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RunBatches"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `run-missing`: Processing run not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `run-closed`: Processing run closed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `run-instant-early`: Earlier than the processing run
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `instant-in-future`: Time in the future
             *     - `code-unknown`: Unknown code
             *     - `run-output-early`: Output before its feeds
             *     - `run-gain-implausible`: Output exceeds what the run can yield
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getRunsByIdOutputsByOutputIdCorrections: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the run */
                readonly id: components["schemas"]["Id"];
                /** @description Identifier of the batch that the output became */
                readonly outputId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Correction`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `run-missing`: Processing run not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postRunsByIdOutputsByOutputIdCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the run */
                readonly id: components["schemas"]["Id"];
                /** @description Identifier of the batch that the output became */
                readonly outputId: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Mass of an output that was recorded wrongly. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectOutput"];
            };
        };
        readonly responses: {
            /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/corrections/0199f2c4-5b1e-7d30-9a44-000000000057
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /**
             * @description - `run-missing`: Processing run not found
             *     - `output-missing`: Output not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `correction-year-closed`: The year of the record is closed
             *     - `correction-below-moved`: Mass has moved on already
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `correction-changes-nothing`: Correction without a change
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `run-gain-implausible`: Output exceeds what the run can yield
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getSites: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Kind of site (场所类型): `generator` 产生单位; `collection_point` collection point, 收集网点; `transfer_point` transfer point, 集中转运点; `recycler` 再生利用单位; `producer` 生产企业 */
                readonly kind?: components["schemas"]["SiteKind"];
                /** @description Organisation (单位编号) */
                readonly partyId?: components["schemas"]["Id"];
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Site`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SitePage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getSitesById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Site of an organisation in the register. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Site"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenPartiesRead"];
            /** @description - `site-missing`: Site not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getStockAdjustments: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Site (场所编号) */
                readonly siteId?: components["schemas"]["Id"];
                /** @description Only the adjustments to one stock count */
                readonly countId?: components["schemas"]["Id"];
                /** @description State of the adjustment (调整状态): `proposed` 待复核; `booked` 已入账; `rejected` 已退回; `expired` 已过期 */
                readonly state?: components["schemas"]["StockAdjustmentState"];
                /** @description Only those that needed a second person, or only the others */
                readonly aboveLimit?: components["schemas"]["Flag"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `StockAdjustment`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockAdjustmentPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getStockAdjustmentsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Difference between counted and book stock, booked or waiting for its second person. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockAdjustment"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `stock-adjustment-missing`: Stock adjustment not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postStockAdjustmentsByIdConfirm: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Decision of the second person about a proposed stock adjustment. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecideStockAdjustment"];
            };
        };
        readonly responses: {
            /** @description Difference between counted and book stock, booked or waiting for its second person. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockAdjustment"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            /**
             * @description - `stock-adjustment-own-proposal`: Second person needed
             *     - `scope-missing`: The token does not allow this
             *     - `role-missing`: The role does not allow this
             *     - `party-missing-in-token`: The token names no organisation
             */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `batch-missing`: Batch not found
             *     - `stock-adjustment-missing`: Stock adjustment not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `correction-year-closed`: The year of the record is closed
             *     - `stock-count-replaced`: Stock count was corrected
             *     - `stock-adjustment-moved-on`: Mass has left since the count
             *     - `correction-mass-promised`: A submitted manifest needs the mass
             *     - `stock-adjustment-decided`: Adjustment already decided
             *     - `stock-adjustment-overtaken`: Stock of that time has changed
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `stock-adjustment-batch-elsewhere`: Batch not of the counted item
             *     - `stock-adjustment-batch-later`: Batch came after the count
             *     - `correction-quantities-apart`: Mass and pieces do not end together
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postStockAdjustmentsByIdReject: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Decision of the second person about a proposed stock adjustment. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["DecideStockAdjustment"];
            };
        };
        readonly responses: {
            /** @description Difference between counted and book stock, booked or waiting for its second person. */
            readonly 200: {
                headers: {
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockAdjustment"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingConfirm"];
            /** @description - `stock-adjustment-missing`: Stock adjustment not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `stock-adjustment-decided`: Adjustment already decided */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getStockCounts: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Site (场所编号) */
                readonly siteId?: components["schemas"]["Id"];
                /** @description Day of the count (盘点日期) */
                readonly countedOn?: components["schemas"]["Day"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `StockCount`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockCountPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postStockCounts: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Stock count of a site on one day. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CountStock"];
            };
        };
        readonly responses: {
            /** @description Recorded stock count of a site. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/stock-counts/0199f2c4-5b1e-7d30-9a44-000000000054
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockCount"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /**
             * @description - `site-missing`: Site not found
             *     - `stock-count-missing`: Stock count not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `stock-count-exists`: Stock count already recorded */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `site-not-recycler`: Not a recycling site
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `code-unknown`: Unknown code
             *     - `stock-count-not-its-correction`: Correction of a different stock count
             *     - `stock-count-in-future`: Day of the stock count in the future
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getStockCountsById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Recorded stock count of a site. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockCount"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `stock-count-missing`: Stock count not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postStockCountsByIdAdjustments: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Difference between count and books to book, for one item of a stock count. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["AdjustStock"];
            };
        };
        readonly responses: {
            /** @description Difference between counted and book stock, booked or waiting for its second person. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/stock-adjustments/0199f2c4-5b1e-7d30-9a44-000000000058
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StockAdjustment"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /**
             * @description - `batch-missing`: Batch not found
             *     - `stock-count-missing`: Stock count not found
             */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `correction-year-closed`: The year of the record is closed
             *     - `stock-count-replaced`: Stock count was corrected
             *     - `stock-adjustment-moved-on`: Mass has left since the count
             *     - `correction-mass-promised`: A submitted manifest needs the mass
             *     - `stock-adjustment-exists`: Item already adjusted to this count
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `stock-adjustment-batch-elsewhere`: Batch not of the counted item
             *     - `stock-adjustment-batch-later`: Batch came after the count
             *     - `correction-quantities-apart`: Mass and pieces do not end together
             *     - `stock-count-without-item`: Item not counted
             *     - `stock-adjustment-without-difference`: Books and count agree
             *     - `stock-adjustment-batch-agrees`: Batch without a difference
             *     - `stock-adjustment-against-difference`: Batch differs the other way
             *     - `stock-adjustment-exceeds-difference`: More than the count found
             *     - `code-unknown`: Unknown code
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getStorage: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Organisation (单位编号) */
                readonly partyId?: components["schemas"]["Id"];
                /** @description Site (场所编号) */
                readonly siteId?: components["schemas"]["Id"];
                /** @description Show only sites that have reached this share of a limit, in basis points; default: the first alert share */
                readonly share?: string;
            };
            readonly header?: {
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Storage`. */
            readonly 200: {
                headers: {
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["StoragePage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenBatchesRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getSupplies: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
                /** @description Site (场所编号) */
                readonly siteId?: components["schemas"]["Id"];
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Supply`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SupplyPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postSupplies: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        /** @description Purchased material to record, with the document that came with it. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["RecordSupply"];
            };
        };
        readonly responses: {
            /** @description Recorded purchase of material from outside the system. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/supplies/0199f2c4-5b1e-7d30-9a44-000000000052
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Supply"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `site-missing`: Site not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `site-not-recycler`: Not a recycling site
             *     - `party-not-active`: Organisation not active
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `code-unknown`: Unknown code
             *     - `supply-assay-missing`: Lead content missing
             *     - `instant-in-future`: Time in the future
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getSuppliesById: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Recorded purchase of material from outside the system. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Supply"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `supply-missing`: Supply not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly getSuppliesByIdCorrections: {
        readonly parameters: {
            readonly query?: {
                /** @description Maximum number of items, 1 to 200 */
                readonly limit?: number;
                /** @description nextCursor of the page before */
                readonly cursor?: string;
            };
            readonly header?: {
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Page of a list of `Correction`. */
            readonly 200: {
                headers: {
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CorrectionPage"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `cursor-invalid`: The cursor is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingRead"];
            /** @description - `supply-missing`: Supply not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            readonly 503: components["responses"]["Unavailable"];
            readonly default: components["responses"]["Problem"];
        };
    };
    readonly postSuppliesByIdCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /**
                 * @description Chosen by the client, new for every new request: repeated, it answers the same and does nothing twice
                 * @example 0199f2c4-5b1e-7d30-9a44-2f0d1c7be001
                 */
                readonly "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /**
                 * @description ETag of the record on which the request was decided. When the record has changed since, the request is refused with 412. Absent or `*`: any version
                 * @example "3"
                 */
                readonly "If-Match"?: components["parameters"]["IfMatch"];
                /**
                 * @description Purpose for which an authority with `personal:read` reads personal data in clear: UTF-8, percent-encoded, 3 to 200 characters. The journal keeps it
                 * @example complaint%2042
                 */
                readonly "Personal-Data-Purpose"?: components["parameters"]["PersonalDataPurpose"];
                /**
                 * @description Language of problems, warnings and names: `zh` or `en`; English if absent
                 * @example zh-CN
                 */
                readonly "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            readonly path: {
                /** @description Identifier of the record */
                readonly id: components["schemas"]["Id"];
            };
            readonly cookie?: never;
        };
        /** @description Values of a supply that were recorded wrongly; what is left out stays. */
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["CorrectSupply"];
            };
        };
        readonly responses: {
            /** @description Correction of a record: what it said, what counts now, and what that changed elsewhere. */
            readonly 201: {
                headers: {
                    /**
                     * @description Address of the record that was created
                     * @example /v1/corrections/0199f2c4-5b1e-7d30-9a44-000000000057
                     */
                    readonly Location?: string;
                    readonly "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    readonly "Personal-Data": components["headers"]["Personal-Data"];
                    readonly "X-Request-Id": components["headers"]["X-Request-Id"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Correction"];
                };
            };
            /**
             * @description - `http-unreadable`: The HTTP request is not valid
             *     - `header-repeated`: A header is repeated
             *     - `host-contradictory`: The request names two hosts
             *     - `request-invalid`: The request is not valid
             *     - `body-unreadable`: The body cannot be read
             *     - `body-name-repeated`: A field is repeated
             *     - `idempotency-key-missing`: The idempotency key is missing
             *     - `idempotency-key-invalid`: The idempotency key is not valid
             *     - `purpose-unreadable`: The purpose cannot be read
             */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 401: components["responses"]["Unauthenticated"];
            readonly 403: components["responses"]["ForbiddenRecyclingWrite"];
            /** @description - `supply-missing`: Supply not found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /**
             * @description - `correction-year-closed`: The year of the record is closed
             *     - `correction-below-moved`: Mass has moved on already
             */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description - `precondition-failed`: The record has changed */
            readonly 412: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 413: components["responses"]["BodyTooLarge"];
            readonly 415: components["responses"]["ContentTypeUnsupported"];
            /**
             * @description - `party-not-active`: Organisation not active
             *     - `correction-changes-nothing`: Correction without a change
             *     - `law-not-yet-in-force`: The rules are not yet in force on this day
             *     - `idempotency-key-reused`: The idempotency key was used for another request
             */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly 429: components["responses"]["TooManyRequests"];
            /**
             * @description - `law-missing`: A legal parameter is missing
             *     - `issuer-unreachable`: The keys of the issuer cannot be fetched
             *     - `overloaded`: The service is busy
             */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            readonly default: components["responses"]["Problem"];
        };
    };
}
