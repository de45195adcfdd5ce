-- Health of every kind of ecs.longshore.dev for Argo CD. The operator says in the conditions Ready,
-- Reconciling and Stalled where an object stands; what it has not looked at yet is on its way.
local health = {status = "Progressing", message = "Longshore has not looked at it yet."}
if obj.metadata.deletionTimestamp ~= nil then
  health.message = "It is being deleted."
  return health
end
if obj.status == nil or obj.status.conditions == nil then
  return health
end
if obj.status.observedGeneration ~= obj.metadata.generation then
  return health
end
local verdicts = {Stalled = "Degraded", Reconciling = "Progressing", Ready = "Healthy"}
local order = {Stalled = 1, Reconciling = 2, Ready = 3}
local found = 4
for _, condition in ipairs(obj.status.conditions) do
  local rank = order[condition.type]
  if condition.status == "True" and rank ~= nil and rank < found then
    found = rank
    health.status = verdicts[condition.type]
    health.message = condition.message
  end
end
return health
