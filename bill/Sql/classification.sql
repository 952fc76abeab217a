-- A bill by category and item: the one place where it is decided what a line of the bill is.
-- Reads one table, bill, with the columns of AWS CUR 2.0, and is kept to what both DuckDB and Athena (Trino) accept.
WITH lines AS (
    SELECT
        COALESCE(line_item_product_code, '') AS product_code,
        COALESCE(line_item_usage_type, '') AS usage_type,
        COALESCE(line_item_line_item_type, 'Usage') AS line_type,
        COALESCE(product_region_code, '') AS region,
        COALESCE(line_item_resource_id, '') AS resource_id,
        line_item_usage_start_date AS interval_start,
        line_item_usage_end_date AS interval_end,
        CAST(line_item_usage_amount AS decimal(38, 12)) AS amount,
        CAST(line_item_unblended_cost AS decimal(38, 12)) AS cost
    FROM bill
),
items AS (
    SELECT
        CASE
            WHEN line_type = 'Tax' THEN 'taxes'
            WHEN line_type IN ('Credit', 'Refund') THEN 'credits'
            WHEN line_type IN ('Fee', 'RIFee', 'SavingsPlanRecurringFee', 'SavingsPlanUpfrontFee', 'SavingsPlanNegation') THEN 'fees'

            WHEN usage_type LIKE '%NatGateway-Bytes%' THEN 'natData'
            WHEN usage_type LIKE '%NatGateway-Hours%' THEN 'natGateways'
            WHEN usage_type LIKE '%VpcEndpoint-%' THEN 'vpcEndpoints'
            WHEN usage_type LIKE '%PublicIPv4%' OR usage_type LIKE '%ElasticIP%' THEN 'publicAddresses'
            WHEN usage_type LIKE '%DataTransfer%' OR usage_type LIKE '%AWS-Out-Bytes%' OR usage_type LIKE '%AWS-In-Bytes%'
                OR usage_type LIKE '%TransitGateway%' OR usage_type LIKE '%VpcPeering%' THEN 'traffic'

            WHEN product_code = 'AmazonSageMaker' THEN CASE
                WHEN usage_type LIKE '%VolumeUsage%' THEN 'mlVolumes'
                WHEN usage_type LIKE '%FeatureStore:%Storage%' THEN 'featureStore'
                WHEN usage_type LIKE '%SpotTraining%' OR usage_type LIKE '%TrSpt:%' THEN 'spotTraining'
                WHEN usage_type LIKE '%Train:ml.%' THEN CASE
                    WHEN line_type IN ('SavingsPlanCoveredUsage', 'DiscountedUsage') THEN 'committedTraining'
                    ELSE 'onDemandTraining' END
                WHEN usage_type LIKE '%Processing:%' OR usage_type LIKE '%Tsform:%' OR usage_type LIKE '%DataWrangler%' THEN 'processing'
                WHEN usage_type LIKE '%Cluster:%' THEN 'clusters'
                WHEN usage_type LIKE '%Notebk:%' OR usage_type LIKE '%Studio:%' OR usage_type LIKE '%Rstudio:%'
                    OR usage_type LIKE '%Canvas:%' THEN 'notebooks'
                WHEN usage_type LIKE '%Train%' THEN 'otherTraining'
                WHEN usage_type LIKE '%ServerlessInf%' OR usage_type LIKE '%ProvisionedConcurrency%' THEN 'serverless'
                WHEN usage_type LIKE '%AsyncInf:%' THEN 'asyncHosting'
                WHEN usage_type LIKE '%Host:ml.%' THEN CASE
                    WHEN line_type = 'Usage' THEN 'hosting'
                    WHEN line_type IN ('SavingsPlanCoveredUsage', 'DiscountedUsage') THEN 'committedHosting'
                    ELSE 'otherHosting' END
                WHEN usage_type LIKE '%Data-Bytes-%' THEN 'endpointData'
                WHEN usage_type LIKE '%Inf:%' OR usage_type LIKE '%Host%' THEN 'otherHosting'
                ELSE 'otherMachineLearning' END

            WHEN product_code IN ('AmazonS3', 'AmazonGlacier', 'AmazonS3GlacierDeepArchive') THEN CASE
                WHEN usage_type LIKE '%TimedStorage-ByteHrs' THEN 'standardStorage'
                WHEN usage_type LIKE '%TimedStorage-INT-%' THEN 'tieredStorage'
                WHEN usage_type LIKE '%TimedStorage%' THEN 'coldStorage'
                WHEN usage_type LIKE '%Requests-%' THEN 'storageRequests'
                ELSE 'otherStorage' END
            WHEN usage_type LIKE '%EBS:%' THEN 'volumes'
            WHEN product_code IN ('AmazonEFS', 'AmazonFSx') THEN 'fileSystems'
            WHEN product_code = 'AmazonECR' AND usage_type LIKE '%TimedStorage%' THEN 'images'

            ELSE 'otherServices'
        END AS item,
        product_code,
        usage_type,
        line_type,
        region,
        resource_id,
        interval_start,
        interval_end,
        -- Lines of discounts and fees repeat the amount of the usage that they belong to.
        CASE WHEN line_type IN ('Usage', 'SavingsPlanCoveredUsage', 'DiscountedUsage') THEN amount ELSE 0 END AS amount,
        cost
    FROM lines
),
-- How long the bill is, by services that are metered by the hour or the day, so that a month that has not ended is no full month.
span AS (
    SELECT date_diff('hour', MIN(interval_start), MAX(interval_end)) AS hours
    FROM items
    WHERE line_type = 'Usage' AND product_code IN ('AmazonSageMaker', 'AmazonS3', 'AmazonEC2')
),
-- Instance-hours of an endpoint in each interval of the bill: hours, days or months.
endpoint_intervals AS (
    SELECT
        usage_type,
        region,
        resource_id,
        interval_start,
        interval_end,
        date_diff('hour', interval_start, interval_end) AS hours,
        SUM(amount) AS amount,
        SUM(cost) AS cost
    FROM items
    WHERE item = 'hosting'
    GROUP BY usage_type, region, resource_id, interval_start, interval_end
),
endpoints AS (
    SELECT
        usage_type,
        region,
        resource_id,
        MIN(interval_start) AS first_start,
        MAX(interval_end) AS last_end,
        SUM(hours) AS hours,
        MIN(amount) AS least,
        MAX(amount) AS most,
        SUM(amount) AS amount,
        SUM(cost) AS cost
    FROM endpoint_intervals
    GROUP BY usage_type, region, resource_id
),
-- Always on: there in (nearly) all of the bill, and never with fewer instances. Without a resource it cannot be told.
judged_endpoints AS (
    SELECT
        CASE
            WHEN endpoints.resource_id <> ''
                AND endpoints.hours * 100 >= span.hours * 95
                AND endpoints.least * 100 >= endpoints.most * 95
                AND endpoints.amount * 100 >= endpoints.hours * 95
            THEN 'alwaysOnHosting'
            ELSE 'hosting'
        END AS item,
        endpoints.usage_type,
        endpoints.region,
        endpoints.resource_id,
        endpoints.first_start,
        endpoints.last_end,
        endpoints.hours,
        endpoints.amount,
        endpoints.cost
    FROM endpoints
    CROSS JOIN span
),
answer AS (
    SELECT
        item,
        product_code,
        usage_type,
        region,
        '' AS resource_id,
        CAST(0 AS bigint) AS hours,
        MIN(interval_start) AS first_start,
        MAX(interval_end) AS last_end,
        SUM(amount) AS amount,
        SUM(cost) AS cost
    FROM items
    WHERE item <> 'hosting'
    GROUP BY item, product_code, usage_type, region
    UNION ALL
    SELECT
        item,
        'AmazonSageMaker' AS product_code,
        usage_type,
        region,
        CASE WHEN item = 'alwaysOnHosting' THEN resource_id ELSE '' END AS resource_id,
        MAX(CASE WHEN item = 'alwaysOnHosting' THEN CAST(hours AS bigint) ELSE CAST(0 AS bigint) END) AS hours,
        MIN(first_start) AS first_start,
        MAX(last_end) AS last_end,
        SUM(amount) AS amount,
        SUM(cost) AS cost
    FROM judged_endpoints
    GROUP BY item, usage_type, region, CASE WHEN item = 'alwaysOnHosting' THEN resource_id ELSE '' END
)
SELECT
    CASE
        WHEN item IN (
            'onDemandTraining', 'spotTraining', 'committedTraining', 'otherTraining', 'processing', 'clusters', 'notebooks') THEN 'training'
        WHEN item IN (
            'alwaysOnHosting', 'hosting', 'committedHosting', 'otherHosting', 'asyncHosting', 'serverless', 'endpointData') THEN 'inference'
        WHEN item IN (
            'standardStorage', 'tieredStorage', 'coldStorage', 'storageRequests', 'otherStorage', 'mlVolumes', 'featureStore',
            'volumes', 'fileSystems', 'images') THEN 'storage'
        WHEN item IN ('natData', 'natGateways', 'vpcEndpoints', 'publicAddresses', 'traffic') THEN 'dataTransfer'
        ELSE 'other'
    END AS category,
    item,
    product_code,
    usage_type,
    region,
    resource_id,
    hours,
    first_start,
    last_end,
    amount,
    cost
FROM answer
ORDER BY category, cost DESC, item, product_code, usage_type, region, resource_id
